package org.parley.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server for one test, which can be restarted on the same port with the same data. */
public class RestartableDatabase implements QuarkusTestResourceLifecycleManager {

    private static Path data;
    private static int port;
    private static EmbeddedPostgres running;

    @Override
    public Map<String, String> start() {
        try {
            data = Files.createTempDirectory("parley-database");
            restart();
            return Map.of("quarkus.datasource.jdbc.url", running.getJdbcUrl("postgres", "postgres"), "quarkus.datasource.username",
                    "postgres", "quarkus.datasource.password", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void restart() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(30));
        running = (port == 0 ? builder : builder.setPort(port)).start();
        port = running.getPort();
    }

    /** Terminates all sessions. */
    static void halt() throws IOException {
        running.close();
    }

    @Override
    public void stop() {
        try {
            running.close();
            port = 0;
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
