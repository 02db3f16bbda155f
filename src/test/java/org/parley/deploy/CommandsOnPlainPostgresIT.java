package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.SeedCopy;
import org.parley.deploy.PackagedService.Outcome;
import org.parley.persistence.DatabaseCheck;
import org.parley.persistence.Migrations;

/** On a PostgreSQL without tables, the packaged service names the command that creates them, and starts after it. */
class CommandsOnPlainPostgresIT {

    @TempDir
    Path folder;

    @Test
    void tablesComeFirst() {
        try (PlainPostgres postgres = PlainPostgres.empty()) {
            for (List<String> command : List.of(List.<String> of(), List.of("load", SeedCopy.DATA_SET.toString()),
                    List.of("dump", folder.resolve("early").toString()))) {
                Outcome rejected = PackagedService.run(postgres.environment(), command.toArray(String[]::new));
                assertEquals(1, rejected.exit(), rejected.said());
                assertTrue(rejected.said().contains(DatabaseCheck.OUTDATED), rejected.said());
                assertFalse(rejected.said().contains("Exception"), rejected.said());
            }
            assertSays(Migrations.count() + " migrations applied", PackagedService.run(postgres.environment(), "migrate"));
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
            Outcome rejected = PackagedService.run(postgres.environment(), "dump", dumped);
            assertEquals(2, rejected.exit(), rejected.said());
            assertEquals("'" + dumped + "' is not empty; name a folder that is empty or does not exist yet\n", rejected.said());
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
    void databaseThatRejectsIsReportedInOneLine() throws SQLException {
        try (PlainPostgres postgres = PlainPostgres.empty()) {
            postgres.execute("create role idle nologin");
            Map<String, Map<String, String>> rejections = Map.of("idle", Map.of("QUARKUS_DATASOURCE_USERNAME", "idle"), "\"none\"",
                    Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/none"), "127.0.0.1:1",
                    Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/postgres"));
            rejections.forEach((words, settings) -> {
                Map<String, String> environment = new HashMap<>(postgres.environment());
                environment.put("PARLEY_START_PATIENCE", "0s");
                environment.putAll(settings);
                for (List<String> command : List.of(List.of("load", "seeds"), List.of("dump", folder.resolve("rejected").toString()))) {
                    Outcome rejected = PackagedService.run(environment,
                            Stream.concat(command.stream(), Stream.of("--quiet")).toArray(String[]::new));
                    assertEquals(1, rejected.exit(), rejected.said());
                    assertTrue(rejected.said().contains(words), rejected.said());
                    assertEquals(1, rejected.said().lines().count(), rejected.said());
                }
            });
        }
    }

    @Test
    void writeThatTheDatabaseGivesUpIsReportedInOneLine() throws SQLException {
        try (PlainPostgres postgres = PlainPostgres.empty()) {
            assertSays("applied", PackagedService.run(postgres.environment(), "migrate"));
            for (String state : new String[]{"40P01", "55P03"}) {
                postgres.execute(
                        "create or replace function give_up() returns trigger language plpgsql as $$ begin"
                                + " raise exception 'given up' using errcode = '" + state + "'; end $$",
                        "create or replace trigger give_up before insert on public.record execute function give_up()");
                Outcome rejected = load(postgres.environment());
                assertEquals(new Outcome(1, "The database rejected the command: ERROR: given up\n"), rejected, state);
            }
        }
    }

    @Test
    void missingRightsAreNamed() throws SQLException {
        try (PlainPostgres postgres = PlainPostgres.empty()) {
            assertSays("applied", PackagedService.run(postgres.environment(), "migrate"));
            postgres.execute("create role reader login password 'reader'", "grant usage on schema public, history, as_of to reader",
                    "grant select on all tables in schema public, history, as_of to reader");
            Map<String, String> environment = new HashMap<>(postgres.environment());
            environment.putAll(Map.of("QUARKUS_DATASOURCE_USERNAME", "reader", "QUARKUS_DATASOURCE_PASSWORD", "reader"));
            Outcome rejected = load(environment);
            assertEquals(1, rejected.exit(), rejected.said());
            assertTrue(rejected.said().startsWith("Missing privilege: ERROR: permission denied for table"), rejected.said());
            assertTrue(rejected.said()
                    .endsWith("; grant the database user usage on the schemas public, history and as_of, and select, insert, update"
                            + " and delete on all their tables and usage on all their sequences\n"),
                    rejected.said());
            assertEquals(1, rejected.said().lines().count(), rejected.said());
            postgres.execute("grant select, insert, update, delete on all tables in schema public, history, as_of to reader",
                    "grant usage on all sequences in schema public, history, as_of to reader");
            assertSays("inserted", load(environment));
        }
    }

    /** The shell lets no file grow beyond 4 KB, as a quota would. */
    @Test
    void dumpThatCannotBeWrittenSaysWhy() throws Exception {
        try (PlainPostgres postgres = PlainPostgres.empty().filled()) {
            Path log = folder.resolve("log");
            Path dumped = folder.resolve("large");
            ProcessBuilder limited = new ProcessBuilder("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1",
                    "-jar", PackagedService.JAR.toString(), "dump", dumped.toString(), "--quiet").redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            limited.environment().putAll(postgres.environment());
            int exit = limited.start().waitFor();
            assertEquals("'" + dumped + "' was not written: File too large\n", Files.readString(log));
            assertEquals(1, exit);
            assertFalse(Files.exists(dumped));
        }
    }

    private static Outcome load(Map<String, String> environment) {
        return PackagedService.run(environment, "load", SeedCopy.DATA_SET.toString(), "--quiet");
    }

    private static void assertUnchanged(Outcome load) {
        assertEquals(0, load.exit(), load.said());
        assertTrue(load.said().matches("(?s).*\\Rtotal +0 +0 +[1-9]\\d+ +0\\R.*"), load.said());
    }

    private static void assertSays(String words, Outcome outcome) {
        assertEquals(0, outcome.exit(), outcome.said());
        assertTrue(outcome.said().contains(words), outcome.said());
        assertFalse(outcome.said().contains("Warm-up"), outcome.said());
    }
}
