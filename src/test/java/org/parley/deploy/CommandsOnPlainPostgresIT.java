package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.deploy.PackagedService.Outcome;
import org.parley.seed.SeedCopy;
import org.parley.store.DatabaseCheck;
import org.parley.store.TablesCheck;

/** The packaged service against a PostgreSQL without tables: it asks for the command that makes them, and is well after that. */
class CommandsOnPlainPostgresIT {

    @TempDir
    Path folder;

    @Test
    void tablesComeFirst() {
        try (PlainPostgres postgres = PlainPostgres.empty()) {
            for (String[] command : new String[][]{{}, {"load", SeedCopy.DATA_SET.toString()},
                    {"dump", folder.resolve("early").toString()}}) {
                Outcome refused = PackagedService.run(postgres.environment(), command);
                assertEquals(1, refused.exit(), refused.said());
                assertTrue(refused.said().contains(DatabaseCheck.BEHIND), refused.said());
                assertFalse(refused.said().contains("Exception"), refused.said());
            }
            assertSays(TablesCheck.NEEDED + " migrations applied", PackagedService.run(postgres.environment(), "migrate"));
            assertSays("0 migrations applied", PackagedService.run(postgres.environment(), "migrate"));
            assertSays("inserted", PackagedService.run(postgres.environment(), "load", SeedCopy.DATA_SET.toString()));
            try (PackagedService service = PackagedService.serve(postgres.environment())) {
                assertTrue(service.ready());
            }
        }
    }

    @Test
    void whatIsDumpedIsWhatIsLoaded() {
        try (PlainPostgres postgres = PlainPostgres.empty().filled(); PlainPostgres other = PlainPostgres.empty()) {
            String dumped = folder.resolve("dumped").toString();
            assertSays(" records written to " + dumped, PackagedService.run(postgres.environment(), "dump", dumped));
            Outcome refused = PackagedService.run(postgres.environment(), "dump", dumped);
            assertEquals(2, refused.exit(), refused.said());
            assertEquals("'" + dumped + "' is not empty; name a folder that is empty or does not exist yet\n", refused.said());
            assertUnchanged(PackagedService.run(postgres.environment(), "load", dumped));
            for (String format : new String[]{"csv", "jsonl"}) {
                assertSays("written", PackagedService.run(postgres.environment(), "dump", dumped + "-" + format, "--format", format));
                assertTrue(Files.isRegularFile(Path.of(dumped + "-" + format, "meetings." + format)), format);
            }
            assertSays("migrations applied", PackagedService.run(other.environment(), "migrate"));
            assertSays("inserted", PackagedService.run(other.environment(), "load", dumped));
            assertUnchanged(PackagedService.run(other.environment(), "load", SeedCopy.DATA_SET.toString()));
        }
    }

    @Test
    void databaseThatRefusesIsReportedInOneLine() throws SQLException {
        try (PlainPostgres postgres = PlainPostgres.empty()) {
            postgres.execute("create role idle nologin");
            Map<String, Map<String, String>> refusals = Map.of("idle", Map.of("QUARKUS_DATASOURCE_USERNAME", "idle"), "\"none\"",
                    Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/none"), "127.0.0.1:1",
                    Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/postgres"));
            refusals.forEach((words, settings) -> {
                Map<String, String> environment = new HashMap<>(postgres.environment());
                environment.put("PARLEY_START_PATIENCE", "0s");
                environment.putAll(settings);
                for (String[] command : new String[][]{{"load", "seeds", "--quiet"},
                        {"dump", folder.resolve("refused").toString(), "--quiet"}}) {
                    Outcome refused = PackagedService.run(environment, command);
                    assertEquals(1, refused.exit(), refused.said());
                    assertTrue(refused.said().contains(words), refused.said());
                    assertEquals(1, refused.said().lines().count(), refused.said());
                }
            });
        }
    }

    private static void assertUnchanged(Outcome load) {
        assertEquals(0, load.exit(), load.said());
        assertTrue(load.said().matches("(?s).*\\Rtotal +0 +0 +[1-9]\\d+ +0\\R.*"), load.said());
    }

    private static void assertSays(String words, Outcome outcome) {
        assertEquals(0, outcome.exit(), outcome.said());
        assertTrue(outcome.said().contains(words), outcome.said());
        assertFalse(outcome.said().contains("warm up"), outcome.said());
    }
}
