package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.graphql.RequestLimits;

/** A limit of bytes must allow the largest request or response, and applies to the schema too. */
@QuarkusTest
@TestProfile(BufferLimitsTest.SmallAnswers.class)
public class BufferLimitsTest {

    /** Responses are limited to less than the schema. */
    public static class SmallAnswers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.explorer.enabled", "false", "parley.limits.response", "10000", "parley.clients.response-buffer-bytes",
                    "10000");
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    @Test
    void theSchemaIsCounted() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertEquals(429, RawClient.send(service, RawClient.get("GET", "/schema.graphql")).status());
        }
    }

    @ParameterizedTest
    @CsvSource({"parley.http.request-buffer-bytes,parley.limits.body", "parley.clients.request-buffer-bytes,parley.limits.body",
            "parley.http.response-buffer-bytes,parley.limits.response", "parley.clients.response-buffer-bytes,parley.limits.response"})
    void limitBelowOneResponseIsRejected(String setting, String least) {
        with(setting, least, 1_000);
        String message = assertThrows(IllegalArgumentException.class, () -> with(setting, least, 999)).getMessage();
        assertTrue(message.contains(setting + " is 999") && message.contains(least + " is 1000"), message);
    }

    private static void with(String setting, String least, int bytes) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(HttpConfig.class).withMapping(ClientsConfig.class)
                .withMapping(RequestLimits.class).withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue(setting, String.valueOf(bytes)).withDefaultValue(least, "1000").build();
        new BufferLimits(config.getConfigMapping(HttpConfig.class), config.getConfigMapping(ClientsConfig.class),
                config.getConfigMapping(RequestLimits.class));
    }
}
