package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.auth.TestIdentityProvider;

/** Two processes on one database: neither answers a client from a state before the revision that the client sends. */
class RevisionTokenIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRITES = 500;
    private static final int MUTATIONS = 50;
    private static final long MOST_AGE_NANOS = 1_000_000_000L;
    private static final String QUERY = "{ actor(slug: \"russia\") { name } }";

    private static PlainPostgres postgres;
    private static TestIdentityProvider provider;
    private static PackagedService one;
    private static PackagedService other;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        provider = new TestIdentityProvider();
        Map<String, String> settings = provider.start();
        postgres = PlainPostgres.empty().filled();
        one = PackagedService.serve(postgres.environment(settings));
        other = PackagedService.serve(postgres.environment(settings));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        postgres.close();
        provider.stop();
    }

    @Test
    void noAnswerIsFromBeforeTheRevisionThatIsAskedFor() throws Exception {
        try (Connection writer = postgres.database().getPostgresDatabase().getConnection()) {
            writer.setAutoCommit(false);
            int kept = 0;
            for (int i = 0; i < WRITES; i++) {
                long revision = write(writer, "Russia " + i);
                for (PackagedService service : new PackagedService[]{one, other}) {
                    for (int read = 0; read < 2; read++) {
                        HttpResponse<String> answer = ask(service, QUERY, "Parley-Min-Revision", String.valueOf(revision));
                        assertEquals("{\"data\":{\"actor\":{\"name\":\"Russia " + i + "\"}}}", answer.body());
                        assertEquals(revision, revision(answer));
                        kept += isKept(answer) ? 1 : 0;
                    }
                }
            }
            assertTrue(kept > WRITES, "only " + kept + " answers were kept ones: this says little of them");
        }
    }

    /** Without the header an answer may be a second old, and says itself of which revision it is. */
    @Test
    void anAnswerIsAtMostOneSecondOld() throws Exception {
        try (Connection writer = postgres.database().getPostgresDatabase().getConnection()) {
            writer.setAutoCommit(false);
            long last = 0;
            for (int i = 0; i < WRITES / 5; i++) {
                long revision = write(writer, "Armenia " + i);
                long written = System.nanoTime();
                HttpResponse<String> answer = ask(other, QUERY);
                while (revision(answer) < revision) {
                    assertTrue(revision(answer) >= last, "time ran backwards");
                    last = revision(answer);
                    long asked = System.nanoTime();
                    answer = ask(other, QUERY);
                    assertTrue(revision(answer) >= revision || asked - written < MOST_AGE_NANOS, "an answer was too old");
                }
                assertEquals("{\"data\":{\"actor\":{\"name\":\"Armenia " + i + "\"}}}", answer.body());
            }
        }
    }

    /** A mutation by one process is seen by the other, by the revision in its payload or the one in its response's header. */
    @Test
    void anEditorSeesTheirOwnChangesEverywhere() throws Exception {
        EditingClient editor = new EditingClient("ana");
        for (int i = 0; i < MUTATIONS; i++) {
            HttpResponse<String> written = editor.send(one.address.resolve("/graphql"),
                    "mutation ($slug: String!) { recordPlace(input: {slug: $slug, name: \"Somewhere\"}) { revision } }",
                    Map.of("slug", "somewhere-" + i));
            String revision = JSON.readTree(written.body()).at("/data/recordPlace/revision").asText();
            assertEquals(revision, written.headers().firstValue("Parley-Revision").orElse(null), written.body());
            HttpResponse<String> read = ask(other,
                    "{ changes(since: \"2020-01-01T00:00:00Z\", filter: {slugs: [\"somewhere-" + i + "\"]}) { nodes { revision } } }",
                    "Parley-Min-Revision", revision);
            assertEquals(revision, JSON.readTree(read.body()).at("/data/changes/nodes/0/revision").asText(), read.body());
        }
    }

    @Test
    void aRevisionThatIsNotThereIsRejected() throws Exception {
        HttpResponse<String> answer = ask(one, QUERY, "Parley-Min-Revision", "999999999999999999");
        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(null));
        JsonNode error = JSON.readTree(answer.body()).at("/errors/0");
        assertEquals("REVISION_NOT_REACHED", error.at("/extensions/code").asText(), error.toString());
        assertEquals(ask(one, "{ dataset { revision } }").body(),
                "{\"data\":{\"dataset\":{\"revision\":\"" + error.at("/extensions/revision").asText() + "\"}}}");
    }

    @Test
    void aHeaderThatIsNoRevisionIsRejected() throws Exception {
        for (String wrong : new String[]{"", "-1", "1.0", "new", "1, 2", "9999999999999999999"}) {
            HttpResponse<String> answer = ask(one, QUERY, "Parley-Min-Revision", wrong);
            assertEquals(400, answer.statusCode(), wrong);
            assertEquals("BAD_USER_INPUT", JSON.readTree(answer.body()).at("/errors/0/extensions/code").asText(), wrong);
        }
    }

    /** What reads nothing of the record is of no revision. */
    @Test
    void introspectionHasNoRevision() throws Exception {
        assertTrue(ask(one, "{ __typename }").headers().firstValue("Parley-Revision").isEmpty());
        assertNotNull(ask(one, "{ __typename dataset { revision } }").headers().firstValue("Parley-Revision").orElse(null));
    }

    private static long write(Connection writer, String name) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.executeUpdate("update actor set name = '" + name + "' where slug = 'russia'");
            try (var row = statement.executeQuery("update dataset set revision = revision + 1 returning revision")) {
                row.next();
                long revision = row.getLong(1);
                writer.commit();
                return revision;
            }
        }
    }

    private static long revision(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Parley-Revision").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static boolean isKept(HttpResponse<String> answer) {
        return answer.headers().firstValue("server-timing").filter("cached"::equals).isPresent();
    }

    private HttpResponse<String> ask(PackagedService service, String query, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.address.resolve("/graphql")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
