package org.parley.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.graphql.CapacityShare;
import org.parley.graphql.ResponseMemory;
import org.parley.websocket.SocketClient;

/** The memory of all responses together is limited and released. */
@QuarkusTest
@TestProfile(ResponseMemoryLimitTest.Little.class)
class ResponseMemoryLimitTest {

    private static final double MOST = 400_000;
    /** The limit for the responses of one client: a quarter, and what is not counted. */
    private static final int LARGEST = 200_000;
    private static final String SMALL = "{ actors(first: 1) { nodes { slug } } }";
    private static final int AT_ONCE = 8;

    /** Memory for one large response, but not for several. */
    public static class Little implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.limits.response-memory", String.valueOf(MOST / Runtime.getRuntime().maxMemory()),
                    "parley.clients.concurrent-expensive", "8", "parley.limits.expensive", "8");
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    @Inject
    ResponseMemory memory;

    /** The same texts under many aliases: few rows are read and much is written. */
    private static String texts(int aliases) {
        return IntStream.range(0, aliases).mapToObj(i -> "t" + i + ": quotation s" + i + ": summary")
                .collect(Collectors.joining(" ", "{ statements(first: 100) { nodes { ", " } } }"));
    }

    private static ValidatableResponse ask(String document) {
        return RestAssured.given().contentType("application/json").body(Map.of("query", document)).post("/graphql").then();
    }

    private void assertFree() throws InterruptedException {
        for (int i = 0; i < 100 && memory.reserved() != 0; i++) {
            Thread.sleep(50);
        }
        assertEquals(0, memory.reserved());
    }

    @Test
    void oversizedResponseIsRejectedAndTheNextSucceeds() throws InterruptedException {
        int length = ask(texts(1)).statusCode(200).extract().body().asByteArray().length;
        int tooMany = LARGEST / length + 1;
        assertTrue(tooMany < 49, length + " bytes are too few for this test");
        for (int i = 0; i < 3; i++) {
            ask(texts(tooMany)).statusCode(400).body("errors[0].extensions.code", equalTo("COST_EXCEEDED"));
            assertFree();
            ask(SMALL).statusCode(200);
            assertFree();
        }
    }

    @Test
    void concurrentRequestsSucceedOrAreRejected() throws Exception {
        int length = ask(texts(1)).extract().body().asByteArray().length;
        String large = texts(LARGEST / 4 / length);
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Integer> statuses = clients.invokeAll(IntStream
                    .range(0, 5 * AT_ONCE).<java.util.concurrent.Callable<Integer>> mapToObj(i -> () -> ask(large).extract().statusCode())
                    .toList()).stream().map(ResponseMemoryLimitTest::of).toList();
            assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 503), statuses::toString);
            assertTrue(statuses.contains(200), statuses::toString);
        } finally {
            clients.shutdown();
        }
        assertFree();
        ask(large).statusCode(200);
    }

    private static int of(Future<Integer> status) {
        try {
            return status.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Other clients use all memory. */
    @Test
    void smallQueriesSucceedWithoutFreeMemory() throws InterruptedException {
        int length = ask(texts(1)).extract().body().asByteArray().length;
        assertFree();
        List<ResponseMemory.Part> parts = IntStream.range(0, 4).mapToObj(i -> memory.open(new CapacityShare(1, 1))).toList();
        try {
            parts.forEach(part -> part.reserve(LARGEST - 1_000));
            ask(SMALL).statusCode(200);
            ask(texts(LARGEST * 3 / 4 / length)).statusCode(503).body("errors[0].extensions.code", equalTo("UNAVAILABLE"));
        } finally {
            parts.forEach(ResponseMemory.Part::release);
        }
        assertFree();
    }

    @Test
    void limitAppliesToWebSockets() throws Exception {
        int length = ask(texts(1)).extract().body().asByteArray().length;
        try (SocketClient client = SocketClient.open(service)) {
            client.ask("large", texts(LARGEST / length + 1), Map.of());
            JsonNode rejected = client.hear();
            assertEquals("error", rejected.path("type").asText(), () -> rejected.toString().substring(0, 200));
            assertEquals("COST_EXCEEDED", rejected.at("/payload/0/extensions/code").asText());
            client.ask("small", SMALL, Map.of());
            assertEquals("next", client.hear().path("type").asText());
            assertEquals("complete", client.hear().path("type").asText());
        }
        assertFree();
    }
}
