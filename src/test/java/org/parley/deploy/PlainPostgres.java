package org.parley.deploy;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.deploy.PackagedService.Outcome;

/** A plain PostgreSQL that knows nothing of the service, brought up to date and filled by the packaged service's own commands. */
public class PlainPostgres implements QuarkusTestResourceLifecycleManager, AutoCloseable {

    private EmbeddedPostgres database;
    private Path data;

    /** A PostgreSQL without any tables. */
    static PlainPostgres empty() {
        PlainPostgres postgres = new PlainPostgres();
        try {
            postgres.data = Files.createTempDirectory("plain-postgres");
            postgres.open(EmbeddedPostgres.builder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return postgres;
    }

    private void open(EmbeddedPostgres.Builder builder) throws IOException {
        database = builder.setDataDirectory(data).setCleanDataDirectory(false).setPGStartupWait(Duration.ofSeconds(30)).start();
    }

    /** Sends everyone away. */
    void halt() throws IOException {
        database.close();
    }

    /** The same again, after it was halted. */
    void restart() throws IOException {
        open(EmbeddedPostgres.builder().setPort(database.getPort()));
    }

    /** What the deployed service is told: these environment variables and no more. */
    Map<String, String> environment() {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME", "postgres", "QUARKUS_DATASOURCE_PASSWORD", "postgres");
    }

    /** What the service is told of another database of this server, which is made with these options. */
    Map<String, String> environment(String name, String options) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0 " + options);
        }
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/" + name);
        return environment;
    }

    /** The same, and these settings. */
    Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(environment());
        settings.forEach((name, value) -> environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        return environment;
    }

    EmbeddedPostgres database() {
        return database;
    }

    PlainPostgres filled() {
        done("migrate");
        done("load", "seeds");
        return this;
    }

    private void done(String... command) {
        Outcome outcome = PackagedService.run(environment(), command);
        if (outcome.exit() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + outcome.said());
        }
    }

    @Override
    public Map<String, String> start() {
        PlainPostgres empty = empty();
        database = empty.database;
        data = empty.data;
        filled();
        return Map.of("quarkus.datasource.jdbc.url", environment().get("QUARKUS_DATASOURCE_JDBC_URL"), "quarkus.datasource.username",
                "postgres", "quarkus.datasource.password", "postgres");
    }

    @Override
    public void stop() {
        if (database != null) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            database.close();
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
