package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.Management;

/** Operation names chosen by clients, even of persisted documents, do not affect the metrics of configured names. */
@QuarkusTest
class MeasuredOperationsTest {

    @TestHTTPResource("/graphql")
    URI service;

    @Test
    void unknownOperationNamesAreNoLabels() throws Exception {
        for (int i = 0; i < 150; i++) {
            ask("query Invented" + i + " { dataset { revision } }", i % 2 == 0);
        }
        double before = PrometheusMetrics.value("parley_requests_seconds_count{operation=\"Measured\",status=\"ok\"}").orElse(0);
        ask("query Measured { dataset { revision } }", false);
        assertTrue(PrometheusMetrics.value("parley_requests_seconds_count{operation=\"other\",status=\"ok\"}").orElse(0) >= 150);
        for (int i = 0; i < 100 && measured() == before; i++) {
            Thread.sleep(20);
        }
        assertEquals(before + 1, measured());
        assertEquals(-1, Management.get("/q/metrics").asString().indexOf("Invented"));
    }

    private static double measured() {
        return PrometheusMetrics.value("parley_requests_seconds_count{operation=\"Measured\",status=\"ok\"}").orElse(0);
    }

    private void ask(String document, boolean register) throws IOException {
        Map<String, ?> extensions = register ? Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", PersistedQueries.hash(document)))
                : Map.of();
        assertEquals(200,
                RawClient.send(service, RawClient.post(RawClient.json(Map.of("query", document, "extensions", extensions)))).status());
    }
}
