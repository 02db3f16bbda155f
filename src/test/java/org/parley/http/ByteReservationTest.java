package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Bytes of messages are reserved while their text is retained. */
@QuarkusTest
@TestProfile(ClientLimitsTest.SmallLimits.class)
class ByteReservationTest {

    private static final String MALLORY = "X-Forwarded-For: 203.0.113.8";
    private static final String CHEAP = "{ actors(first: 1) { nodes { name } } }";

    @TestHTTPResource("/graphql")
    URI service;

    @Inject
    DataSource database;

    @Inject
    BufferLimits buffered;

    private Connection lock() throws Exception {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table actor in access exclusive mode");
        }
        return connection;
    }

    private static void closeAll(List<RawSocket> open) throws IOException {
        for (RawSocket socket : open) {
            socket.close();
        }
    }

    /** The operations wait for the database and for each other. */
    @Test
    void messagesOfWaitingOperationsAreCounted() throws Exception {
        ClientLimitsTest.await(() -> buffered.requestBytes() == 0);
        List<RawSocket> open = new ArrayList<>();
        try (Connection lock = lock()) {
            for (int i = 0; i < 3; i++) {
                open.add(RawSocket.open(service, MALLORY));
            }
            for (int i = 0; i < 4; i++) {
                int sent = 70_000 * (i + 1);
                open.get(i % 3).send(RawSocket.ask("op" + i, CHEAP, 70_000));
                ClientLimitsTest.await(() -> buffered.requestBytes() >= sent);
            }
            open.get(1).send(RawSocket.ask("op4", CHEAP, 70_000));
            assertTrue(buffered.requestBytes() <= 300_000, buffered.requestBytes() + " bytes");
            assertEquals(1013, open.get(1).hearTheEnd().path("code").asInt(), "its second message was one too many");
            assertEquals(200, RawClient.send(service, RawClient.query("{ dataset { revision } }", Map.of())).status());
            lock.rollback();
        } finally {
            closeAll(open);
        }
        ClientLimitsTest.await(() -> buffered.requestBytes() == 0);
    }

    @Test
    void messageOfASubscriptionIsCountedUntilItEnds() throws Exception {
        ClientLimitsTest.await(() -> buffered.requestBytes() == 0);
        try (RawSocket socket = RawSocket.open(service, MALLORY)) {
            socket.send(RawSocket.ask("1", "subscription { changed { slug } }", 50_000));
            assertEquals("1", socket.hear().at("/payload/subscribed").asText());
            assertTrue(buffered.requestBytes() > 50_000, buffered.requestBytes() + " bytes");
            socket.send(RawSocket.ask("2", CHEAP, 50_000));
            assertEquals("next", socket.hear().path("type").asText());
            assertEquals("complete", socket.hear().path("type").asText());
            ClientLimitsTest.await(() -> buffered.requestBytes() < 60_000);
            assertTrue(buffered.requestBytes() > 50_000, buffered.requestBytes() + " bytes");
            socket.send(RawSocket.text("{\"type\":\"complete\",\"id\":\"1\"}"));
            ClientLimitsTest.await(() -> buffered.requestBytes() < 1_000);
        }
        ClientLimitsTest.await(() -> buffered.requestBytes() == 0);
    }

    /** Bytes that no event needs are released when the subscription has started; the others are limited. */
    @Test
    void subscriptionHoldsItsQueryAndVariables() throws Exception {
        ClientLimitsTest.await(() -> buffered.requestBytes() == 0);
        String changed = "\"subscription { changed { slug } }\"";
        try (RawSocket socket = RawSocket.open(service, MALLORY)) {
            socket.send(RawSocket.text("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":" + changed
                    + ",\"extensions\":{\"unused\":\"" + "x".repeat(200_000) + "\"}}}"));
            assertEquals("1", socket.hear().at("/payload/subscribed").asText());
            assertTrue(buffered.requestBytes() < 1_000, buffered.requestBytes() + " bytes");
            socket.send(RawSocket.ask("2", "subscription { changed { slug } }", 110_000));
            JsonNode rejected = socket.hear();
            assertEquals("COST_EXCEEDED", rejected.at("/payload/0/extensions/code").asText(), rejected.toString());
            socket.send(RawSocket.text("{\"type\":\"complete\",\"id\":\"1\"}"));
            ClientLimitsTest.await(() -> buffered.requestBytes() == 0);
        }
    }

    @Test
    void connectionInitIsReleased() throws Exception {
        ClientLimitsTest.await(() -> buffered.requestBytes() == 0);
        try (RawSocket socket = RawSocket.connect(service, MALLORY)) {
            socket.send(RawSocket.text("{\"type\":\"connection_init\",\"payload\":{\"unused\":\"" + "x".repeat(100_000) + "\"}}"));
            assertEquals("connection_ack", socket.hear().path("type").asText());
            assertEquals(0, buffered.requestBytes());
        }
    }

    /** Whatever other clients reserve, but not beyond the client's own limit. */
    @Test
    void smallRequestsAreAccepted() throws HttpRejectionException {
        ByteLimit total = new ByteLimit(100_000);
        new ByteReservation(new ByteLimit(100_000), total, "requests").reserve(100_000);
        ByteReservation small = new ByteReservation(new ByteLimit(20_000), total, "requests");
        small.reserve(16_000);
        assertThrows(HttpRejectionException.class, () -> small.reserve(1_000));
        small.release();
        assertEquals(100_000, total.reserved());
        ByteReservation client = new ByteReservation(new ByteLimit(10), total, "requests");
        assertThrows(HttpRejectionException.class, () -> client.reserve(11));
    }

    /** Bytes after a complete message belong to the next one. */
    @Test
    void bytesAfterAMessageAreCounted() throws Exception {
        ClientLimitsTest.await(() -> buffered.requestBytes() == 0);
        try (RawSocket socket = RawSocket.open(service, MALLORY)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(RawSocket.text("{\"type\":\"ping\"}"));
            bytes.write(RawSocket.ask("1", CHEAP, 5_000), 0, 1_000);
            socket.send(bytes.toByteArray());
            assertEquals("pong", socket.hear().path("type").asText());
            ClientLimitsTest.await(() -> buffered.requestBytes() >= 900);
            JsonNode end = socket.hearTheEnd();
            assertEquals(1013, end.path("code").asInt(), "the rest of the message did not come: " + end);
        }
        ClientLimitsTest.await(() -> buffered.requestBytes() == 0);
    }
}
