package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A service on a JVM sends itself warm-up requests and logs their number; without a database it does not. */
class WarmUpIT {

    private static final Pattern ASKED = Pattern.compile("Warm-up: executed [1-9]\\d* queries");

    @Test
    void questionsAreAnsweredBeforeTheServiceIsReady() {
        assumeFalse(Files.exists(Path.of(System.getProperty("native.image.path", "none"))), "an executable has nothing to compile");
        try (PlainPostgres postgres = PlainPostgres.empty().filled()) {
            Map<String, String> environment = new HashMap<>(postgres.environment());
            environment.put("PARLEY_HTTP_WARM_UP", "1s");
            try (PackagedService service = PackagedService.serve(environment)) {
                assertTrue(ASKED.matcher(service.said()).find(), service.said());
            }
        }
    }

    @Test
    void withoutADatabaseTheServiceStartsAllTheSame() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0)) {
            Map<String, String> environment = Map.of("QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://127.0.0.1:" + nobody.getLocalPort() + "/parley", "QUARKUS_DATASOURCE_USERNAME", "nobody",
                    "QUARKUS_DATASOURCE_PASSWORD", "nobody");
            nobody.close();
            try (PackagedService service = PackagedService.serve(environment, "/q/health/live")) {
                assertFalse(service.ready());
                assertFalse(ASKED.matcher(service.said()).find(), service.said());
            }
        }
    }
}
