package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.parley.auth.TestIdentityProvider;

/**
 * The service is killed, five times, while eight clients write: every acknowledged write is stored once, and none partially.
 */
class KillIT {

    private static final int CLIENTS = 8;
    private static final int EACH = 125;
    private static final int KILLS = 5;
    private static final String DOCUMENT = "mutation ($slug: String!, $id: ID!) { recordMeeting(clientMutationId: $id, input: {slug: $slug,"
            + " title: \"Written\", kind: CALL, level: LEADERS, medium: PHONE, setting: UNSPECIFIED, status: HELD, date: {edtf: \"2024-05\"},"
            + " issues: [\"peace-treaty\"], participations: [{actor: \"charles-michel\", roles: [PARTY], office: \"President of the European"
            + " Council\"}, {actor: \"armenia\", roles: [PARTY]}], attestations: [{source: \"russia-stresses-its-red-lines\","
            + " locator: \"title\", voice: DOCUMENT_FACT}]}) { revision meeting { slug } } }";
    /** What each write brings, all of it or nothing. */
    private static final String WHOLE = """
            select r.slug, (select count(*) from meeting m where m.id = r.id), (select count(*) from participation p where p.meeting_id = r.id),
                (select count(*) from attestation t where t.record_id = r.id), (select count(*) from record_issue i where i.record_id = r.id),
                (select count(*) from issue_record i where i.record_id = r.id), (select count(*) from search_entry s where s.record_id = r.id),
                (select count(*) from change c where c.kind = r.kind and c.slug = r.slug), (select count(*) from mutation m where m.id = r.slug)
            from record r where r.slug like 'kill-%'""";
    private static final List<Integer> ONE_WRITE = List.of(1, 2, 1, 1, 1, 1, 1, 1);

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private volatile URI address;
    private PackagedService service;

    @Test
    void everyAcknowledgedWriteIsThereOnce() throws Exception {
        TestIdentityProvider provider = new TestIdentityProvider();
        Map<String, String> settings = provider.start();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (PlainPostgres postgres = PlainPostgres.empty().filled()) {
            Map<String, String> environment = postgres.environment(settings);
            serve(environment);
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                writing.add(clients.submit(() -> write(client)));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitAcknowledged(kill * CLIENTS * EACH / (KILLS + 1), writing);
                service.close();
                service.process.waitFor();
                assertThere(postgres);
                serve(environment);
            }
            for (Future<?> each : writing) {
                each.get();
            }
            service.close();
            assertEquals(CLIENTS * EACH, acknowledged.size());
            assertEquals(CLIENTS * EACH, assertThere(postgres));
            assertTrue(sentAgain.get() >= KILLS, "sent again " + sentAgain.get() + " times: it was not killed while they wrote");
        } finally {
            clients.shutdownNow();
            provider.stop();
            if (service != null) {
                service.close();
            }
        }
    }

    private void serve(Map<String, String> environment) {
        service = PackagedService.serve(environment);
        address = service.address.resolve("/graphql");
    }

    private void awaitAcknowledged(int count, List<Future<?>> writing) throws Exception {
        while (acknowledged.size() < count) {
            for (Future<?> each : writing) {
                if (each.isDone()) {
                    each.get();
                }
            }
            Thread.sleep(5);
        }
    }

    /** Writes one after the other; what is not answered, or cannot be written now, is sent again. */
    private Void write(int client) throws Exception {
        EditingClient editor = new EditingClient("client-" + client);
        for (int i = 0; i < EACH; i++) {
            String slug = "kill-" + client + "-" + i;
            Map<String, String> write = Map.of("slug", slug, "id", slug);
            JsonNode answer = editor.ask(address, DOCUMENT, write);
            while (answer == null || answer.at("/errors/0/extensions/code").asText().equals("UNAVAILABLE")) {
                sentAgain.addAndGet(answer == null ? 1 : 0);
                Thread.sleep(100);
                answer = editor.ask(address, DOCUMENT, write);
            }
            assertEquals(slug, answer.at("/data/recordMeeting/meeting/slug").asText(), answer.toString());
            acknowledged.add(slug);
        }
        return null;
    }

    /** Every acknowledged write is in the database, and each that is there is whole; gives how many. */
    private int assertThere(PlainPostgres postgres) throws SQLException {
        Set<String> told = Set.copyOf(acknowledged);
        Map<String, List<Integer>> there = new HashMap<>();
        try (Connection connection = postgres.database().getPostgresDatabase().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(WHOLE)) {
            while (rows.next()) {
                List<Integer> counts = new ArrayList<>();
                for (int i = 2; i <= ONE_WRITE.size() + 1; i++) {
                    counts.add(rows.getInt(i));
                }
                assertEquals(null, there.put(rows.getString(1), counts));
            }
        }
        there.forEach((slug, counts) -> assertEquals(ONE_WRITE, counts, slug));
        assertTrue(there.keySet().containsAll(told), "an acknowledged write is missing");
        return there.size();
    }
}
