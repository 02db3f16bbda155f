package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.TestIdentityProvider;
import org.parley.deploy.PackagedService.Outcome;
import org.parley.websocket.SocketClient;

/** The packaged service on the supported versions of PostgreSQL other than 17, which all other tests use. */
@Tag("slow")
class PostgresVersionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SERVERS = Path.of("target/postgresql");
    /** A JVM that lives for seconds. */
    private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1");

    @TempDir
    Path folder;
    private static TestIdentityProvider provider;
    private static Map<String, String> settings;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isDirectory(SERVERS), "other versions of PostgreSQL are only there with -Pslow");
        assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"),
                "other versions of PostgreSQL are only there for Linux on amd64");
        provider = new TestIdentityProvider();
        settings = provider.start();
    }

    @AfterAll
    static void stop() {
        if (provider != null) {
            provider.stop();
        }
    }

    private static PlainPostgres server(int version) {
        return PlainPostgres.empty(SERVERS.resolve(version + ".jar"));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 18})
    void everythingWorks(int version) throws Exception {
        try (PlainPostgres database = server(version)) {
            assertTrue(database.value("show server_version").startsWith(String.valueOf(version)));
            done(database, "migrate");
            Map<String, String> environment = new HashMap<>(database.environment(settings));
            environment.put("PARLEY_SEEDS_LOAD_AT_START", Path.of("seeds").toAbsolutePath().toString());
            try (PackagedService service = PackagedService.serve(environment, BRIEF)) {
                WholeService whole = new WholeService(service);
                assertAnswers(whole);
                assertHistory(service, whole, database);
            }
            done(database, "dump", folder.resolve("dump").toString());
        }
    }

    private static void done(PlainPostgres database, String... command) {
        Outcome outcome = PackagedService.run(database.environment(), BRIEF, command);
        assertEquals(0, outcome.exit(), outcome.said());
    }

    private static void assertAnswers(WholeService service) throws Exception {
        try (Stream<Path> golden = Files.list(Path.of("src/test/resources/golden"))) {
            List<Path> questions = golden.filter(file -> file.toString().endsWith(".graphql")).toList();
            assertFalse(questions.isEmpty());
            for (Path question : questions) {
                JsonNode expected = JSON.readTree(Files.readString(Path.of(question.toString().replace(".graphql", ".json"))));
                assertEquals(expected, service.ask(Files.readString(question)), question::toString);
            }
        }
        for (String words : List.of("ILHAM", "İlham Əliyev", "Алиев", "Pashinian", "negotiating")) {
            JsonNode found = service.ask("{ search(text: \"" + words + "\") { totalCount edges { score node { __typename } } } }");
            assertTrue(found.at("/data/search/totalCount").asInt() > 0, words + ": " + found);
        }
    }

    /** A subscription reports a change, and the earlier state remains readable. */
    private static void assertHistory(PackagedService service, WholeService whole, PlainPostgres database) throws Exception {
        JsonNode actor = whole.ask("{ node: actors(first: 1) { nodes { slug name revision } } }").at("/data/node/nodes/0");
        String slug = actor.get("slug").asText();
        try (SocketClient listener = whole.subscribe()) {
            JsonNode amended = new EditingClient("ana").ask(service.address.resolve("/graphql"),
                    "mutation ($slug: String!, $revision: String!) { amendActor(slug: $slug, revision: $revision, input: {name: \"Other\"})"
                            + " { revision } }",
                    Map.of("slug", slug, "revision", actor.get("revision").asText()));
            assertTrue(amended.at("/data/amendActor/revision").isTextual(), amended.toString());
            assertEquals(slug, listener.hear().at("/payload/data/changed/slug").asText());
        }
        String before = database.value("select to_char((max(at) - interval '1 microsecond') at time zone 'UTC', "
                + "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from revision");
        JsonNode names = whole.ask(
                "{ now: actor(slug: \"" + slug + "\") { name } before: actor(slug: \"" + slug + "\", asOf: \"" + before + "\") { name } }");
        assertEquals("Other", names.at("/data/now/name").asText(), names.toString());
        assertEquals(actor.get("name"), names.at("/data/before/name"), names.toString());
    }

    @Test
    void olderOnesAreRejected() {
        try (PlainPostgres database = server(13)) {
            for (List<String> command : List.of(List.<String> of(), List.of("migrate"))) {
                Outcome rejected = PackagedService.run(database.environment(), BRIEF, command.toArray(String[]::new));
                assertEquals(1, rejected.exit(), rejected.said());
                assertTrue(rejected.said().contains("PostgreSQL 13.23 is too old. Parley needs PostgreSQL 14 or later."), rejected.said());
                assertFalse(rejected.said().contains("Exception"), rejected.said());
            }
        }
    }
}
