package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.deploy.PackagedService.Outcome;

/** How the packaged service and its commands start if the database is not usable, or not yet. */
class StartCheckIT {

    /** A JVM that lives for seconds. */
    private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1");

    private static PlainPostgres database;

    @BeforeAll
    static void start() {
        database = PlainPostgres.empty();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Map<String, String> environment(Map<String, String> changed) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("PARLEY_START_PATIENCE", "0s");
        environment.putAll(changed);
        return environment;
    }

    /** The service logs it, at level ERROR; a command prints it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "migrate", "load seeds"})
    void rejectionsAreOneLine(String command) {
        String[] words = command.isEmpty() ? new String[0] : command.split(" ");
        Outcome rejected = PackagedService.run(
                environment(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + database.port() + "/${x}")), BRIEF,
                words);
        String line = "The database rejects the connection: FATAL: database ${x} does not exist. Create the database, or correct its name in "
                + "QUARKUS_DATASOURCE_JDBC_URL.";
        assertEquals(1, rejected.exit(), rejected.said());
        List<String> said = rejected.said().lines().map(text -> text.replace("\\\"", "").replace("\"${x}\"", "${x}"))
                .filter(text -> text.contains(line)).toList();
        assertEquals(1, said.size(), rejected.said());
        assertEquals(command.isEmpty(), said.get(0).contains("\"level\":\"ERROR\""), rejected.said());
        assertTrue(command.isEmpty() || said.get(0).equals(line), rejected.said());
        assertFalse(rejected.said().contains("Exception") || rejected.said().contains("\tat "), rejected.said());
    }

    @Test
    void aCommandSaysThatTheDatabaseIsAway() {
        Outcome rejected = PackagedService.run(environment(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/postgres")),
                BRIEF, "load", "seeds");
        assertEquals(1, rejected.exit(), rejected.said());
        assertTrue(rejected.said().contains("The database cannot be reached: "), rejected.said());
        assertFalse(rejected.said().contains("Exception") || rejected.said().contains("\tat "), rejected.said());
    }

    /** The user's name and password are taken from the environment as they are. */
    @Test
    void oddCredentials() throws SQLException {
        String user = "a${x}$$\\\"@50%40 é密:/?#&=;\uD83D\uDD11";
        String password = user + "'";
        String quoted = "\"" + user.replace("\"", "\"\"") + "\"";
        database.execute("create role " + quoted + " login superuser password '" + password.replace("'", "''") + "'",
                "copy (select 'host all postgres 127.0.0.1/32 trust' union all select 'host all all 127.0.0.1/32 scram-sha-256' order by 1 desc)"
                        + " to '" + database.value("show hba_file") + "'",
                "select pg_reload_conf()");
        Map<String, String> credentials = Map.of("QUARKUS_DATASOURCE_USERNAME", user, "QUARKUS_DATASOURCE_PASSWORD", password, "LC_ALL",
                "C.UTF-8");
        Outcome migrated = PackagedService.run(environment(credentials), BRIEF, "migrate");
        assertEquals(0, migrated.exit(), migrated.said());
    }

    @Test
    void theServiceWaitsForItsDatabase() throws Exception {
        try (PlainPostgres late = PlainPostgres.empty()) {
            Outcome migrated = PackagedService.run(late.environment(), BRIEF, "migrate");
            assertEquals(0, migrated.exit(), migrated.said());
            late.halt();
            try (PackagedService service = PackagedService.serve(environment(late.environment()), "/q/health/live")) {
                assertFalse(service.ready(), service.said());
                assertTrue(service.said().contains("The database cannot be reached: "), service.said());
                assertFalse(service.said().contains("\tat "), service.said());
                late.restart();
                WholeService.await("it is ready", service::ready, service::said);
            }
        }
    }
}
