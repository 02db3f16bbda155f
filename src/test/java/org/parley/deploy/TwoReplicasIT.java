package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.SeedCopy;
import org.parley.deploy.PackagedService.Outcome;

/** Editors write through two processes at once: each write is stored once or rejected, and one sent to both is stored once. */
@Tag("slow")
class TwoReplicasIT {

    private static final int EDITORS = 6;
    private static final int EACH = 100;
    private static final int TWICE = 100;
    private static final String SHARED = "kazan-leaders-meeting";
    private static final String ATTESTATION = "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 3\", voice: HEARSAY}";
    private static final String RECORD = "mutation ($slug: String!, $id: ID!, $why: String!) { recordIssue(clientMutationId: $id, why: $why, input: {slug: $slug,"
            + " name: \"Recorded\", attestations: [" + ATTESTATION
            + "]}) { revision clientMutationId change { id at why } issue { name } } }";
    private static final String AMEND_OWN = "mutation ($slug: String!, $revision: String!, $text: String!, $id: ID!, $why: String!) {"
            + " amendIssue(slug: $slug, revision: $revision, clientMutationId: $id, why: $why, input: {description: $text}) {"
            + " revision clientMutationId change { id at why } issue { description } } }";
    private static final String AMEND_SHARED = "mutation ($revision: String!, $text: String!, $id: ID!, $why: String!) { amendMeeting(slug: \""
            + SHARED + "\", revision: $revision, clientMutationId: $id, why: $why, input: {summary: $text}) {"
            + " revision clientMutationId change { id at why } meeting { summary } } }";
    private static final String ATTEST = "mutation ($id: ID!, $why: String!) { attest(type: MEETING, slug: \"" + SHARED
            + "\", clientMutationId: $id, why: $why, attestations: [{source: \"russia-stresses-its-red-lines\","
            + " locator: \"paragraph 3\", voice: HEARSAY, field: \"places\", value: $why}]) {"
            + " revision clientMutationId change { id at why } } }";
    /** Error codes after which a client may retry. */
    private static final String AGAIN = "UNAVAILABLE";

    private static TwoReplicas replicas;

    /** The revision of each acknowledged write, by its id. */
    private final Map<String, String> done = new ConcurrentHashMap<>();
    /** The ids of writes that were told as not done. */
    private final Set<String> rejected = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> codes = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void serve() {
        replicas = new TwoReplicas();
    }

    @AfterAll
    static void close() {
        replicas.close();
    }

    @Test
    void everyEditIsMadeOnceOrToldAsNotMade() throws Exception {
        together(EDITORS, editor -> edit("edits", editor));
        assertEquals(Set.of("OK", "CONFLICT"), without(AGAIN, codes.keySet()), codes.toString());
        assertEquals(EDITORS * EACH, done.size() + rejected.size());
        assertHistoryIsWhatWasTold("edits");
    }

    @Test
    void editorsAndLoadsWriteSideBySide() throws Exception {
        together(3, worker -> {
            if (worker < 2) {
                edit("beside", worker);
                return;
            }
            for (int i = 0; i < 2; i++) {
                Path data = new SeedCopy(folder.resolve(String.valueOf(i)))
                        .rewrite("^  (summary|description): (?=[A-Z])", "  $1: Edition " + i + ". ").folder();
                Outcome outcome = PackagedService.run(replicas.postgres.environment(), "load", data.toString());
                assertEquals(0, outcome.exit(), outcome.said());
            }
        });
        assertTrue(Set.of("OK", "CONFLICT", AGAIN).containsAll(codes.keySet()), codes.toString());
        assertHistoryIsWhatWasTold("beside");
    }

    @Test
    void theSameSentToBothAtOnceIsMadeOnceAndToldAlike() throws Exception {
        for (int i = 0; i < TWICE; i++) {
            String slug = "twice-" + i / 4;
            String id = "twice-" + i;
            Map<String, Object> variables = new HashMap<>(Map.of("slug", slug, "id", id, "why", id, "text", "Text " + i));
            variables.put("revision", i % 4 == 0 ? "0" : revision("issue", slug));
            String document = i % 4 == 0 ? RECORD : i % 4 == 1 ? ATTEST : AMEND_OWN;
            variables.put("text", i % 4 == 3 ? "Text " + (i - 1) : variables.get("text"));
            List<JsonNode> answers = toBoth(document, variables, variables);
            assertFalse(answers.get(0).has("errors"), answers.toString());
            assertEquals(answers.get(0), answers.get(1));
            assertEquals(i % 4 == 3 ? 0 : 1, count("select count(*) from change where why = '" + id + "'"), "i = " + i);
            assertEquals(1, count("select count(*) from mutation where id = '" + id + "'"));
            assertEquals(answers.get(0), new EditingClient("ana").ask(replicas.one.address.resolve("/graphql"), document, variables));
        }
    }

    @Test
    void ofTwoThatHaveTheSameIdOneIsRejected() throws Exception {
        for (int i = 0; i < TWICE / 4; i++) {
            List<JsonNode> answers = toBoth(RECORD, Map.of("slug", "either-" + i, "id", "either-" + i, "why", "either-" + i),
                    Map.of("slug", "or-" + i, "id", "either-" + i, "why", "either-" + i));
            JsonNode error = answers.stream().filter(answer -> answer.has("errors")).findFirst().orElseThrow().at("/errors/0");
            assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText(), answers.toString());
            assertEquals("clientMutationId", error.at("/extensions/faults/0/path").asText(), answers.toString());
            assertEquals(1, answers.stream().filter(answer -> !answer.has("errors")).count(), answers.toString());
            assertEquals(1, count("select count(*) from change where why = 'either-" + i + "'"));
        }
    }

    private interface Work {
        void run(int worker) throws Exception;
    }

    private static void together(int workers, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int worker = i;
                working.add(pool.submit(() -> {
                    work.run(worker);
                    return null;
                }));
            }
            for (Future<?> each : working) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Amends a record of the editor's own, and one that all amend, through both replicas in turn. */
    private void edit(String test, int editor) throws Exception {
        EditingClient client = new EditingClient("editor-" + editor);
        String own = test + "-" + editor;
        String ownRevision = send(client, 0, RECORD, Map.of("slug", own, "id", own + "-0"));
        for (int i = 1; i < EACH; i++) {
            String id = own + "-" + i;
            if (i % 3 == 0) {
                send(client, i, AMEND_SHARED, Map.of("revision", revision("meeting", SHARED), "text", id, "id", id));
            } else if (i % 3 == 1) {
                send(client, i, ATTEST, Map.of("id", id));
            } else {
                ownRevision = send(client, i, AMEND_OWN, Map.of("slug", own, "revision", ownRevision, "text", id, "id", id));
                assertNotNull(ownRevision, "nobody else amends it: " + codes);
            }
        }
    }

    /** The revision that was made; null if the mutation was rejected. Retries if the error code permits it. */
    private String send(EditingClient client, int turn, String document, Map<String, String> variables) throws Exception {
        URI address = replicas.both().get(turn % 2).address.resolve("/graphql");
        String id = variables.get("id");
        Map<String, String> all = new HashMap<>(variables);
        all.put("why", id);
        while (true) {
            JsonNode answer = client.ask(address, document, all);
            assertNotNull(answer, "no answer");
            String code = answer.at("/errors/0/extensions/code").asText("OK");
            codes.merge(code.isEmpty() ? "OK" : code, 1, Integer::sum);
            if (!answer.has("errors")) {
                String revision = answer.findValue("revision").asText();
                assertEquals(id, answer.findValue("why").asText(), answer.toString());
                done.put(id, revision);
                return revision;
            }
            assertTrue(answer.at("/errors/0/message").asText().startsWith("Nothing was written"), answer.toString());
            if (!code.equals(AGAIN)) {
                rejected.add(id);
                return null;
            }
        }
    }

    private void assertHistoryIsWhatWasTold(String test) throws SQLException {
        Map<String, String> written = new TreeMap<>();
        try (Connection connection = replicas.postgres.database().getPostgresDatabase().getConnection();
                ResultSet rows = connection.createStatement()
                        .executeQuery("select why, revision from change where why like '" + test + "-%'")) {
            while (rows.next()) {
                assertEquals(null, written.put(rows.getString(1), rows.getString(2)), rows.getString(1) + " was written twice");
            }
        }
        assertEquals(new TreeMap<>(done), written);
        assertEquals(0, count("select count(*) from (select at <= lag(at) over (order by number) as late from revision) r where late"));
    }

    private static Set<String> without(String one, Set<String> all) {
        Set<String> others = new TreeSet<>(all);
        others.remove(one);
        return others;
    }

    private static List<JsonNode> toBoth(String document, Map<String, ?> toOne, Map<String, ?> toOther) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        JsonNode[] answers = new JsonNode[2];
        together(2, worker -> {
            EditingClient client = new EditingClient("ana");
            start.await();
            answers[worker] = client.ask(replicas.both().get(worker).address.resolve("/graphql"), document, worker == 0 ? toOne : toOther);
        });
        return List.of(answers);
    }

    private static String revision(String table, String slug) throws SQLException {
        return String.valueOf(count("select since from " + table + " where slug = '" + slug + "'"));
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = replicas.postgres.database().getPostgresDatabase().getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
