package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.parley.http.RawSocket;
import org.parley.websocket.ChangeWriter;

/** While one client has the maximum of expensive subscriptions and records change, the queries of another client stay fast. */
class SubscriptionLoadIT extends OverloadedService {

    private static final Logger LOG = Logger.getLogger(SubscriptionLoadIT.class);
    private static final int SUBSCRIPTIONS = 1_000;
    private static final int OF_A_SOCKET = 20;
    private static final int LOADING_MILLIS = 30_000;
    private static final long MOST_MEDIAN_MILLIS = 300;
    private static final long MOST_HEARING_NANOS = 3_000_000_000L;
    private static final String EXPENSIVE = "subscription { changed(actors: [\"european-union\"]) { slug record { ... on Meeting { title"
            + " leaders { name attended(first: 20) { nodes { title statements(first: 20) { nodes { slug summary speakers { name } } } } } }"
            + " } } } }";

    @Test
    void expensiveSubscriptionsOfOneClientDoNotStopAnother() throws Exception {
        List<RawSocket> open = new ArrayList<>();
        AtomicInteger heard = new AtomicInteger();
        try {
            for (int i = 0; i < SUBSCRIPTIONS / OF_A_SOCKET; i++) {
                open.add(subscribed());
            }
            assertOneMoreIsRejected();
            for (RawSocket socket : open) {
                Thread reader = new Thread(() -> read(socket, heard));
                reader.setDaemon(true);
                reader.start();
            }
            List<Long> times = timesOfAnother();
            LOG.infof("%d cheap queries, median %d ms, slowest %d ms, while %d events were made", times.size(), times.get(times.size() / 2),
                    times.get(times.size() - 1), heard.get());
            assertTrue(heard.get() > 0, "the load was no load");
            assertTrue(times.get(times.size() / 2) < MOST_MEDIAN_MILLIS, () -> times.toString());
        } finally {
            for (RawSocket socket : open) {
                socket.close();
            }
        }
        assertServed();
    }

    private static RawSocket subscribed() throws IOException {
        RawSocket socket = RawSocket.open(address(), "X-Forwarded-For: " + MALLORY);
        for (int i = 0; i < OF_A_SOCKET; i++) {
            socket.send(RawSocket.ask(String.valueOf(i), EXPENSIVE, 0));
            JsonNode answer = socket.hear();
            assertEquals(String.valueOf(i), answer.at("/payload/subscribed").asText(), answer.toString());
        }
        return socket;
    }

    private static void assertOneMoreIsRejected() throws IOException {
        try (RawSocket socket = RawSocket.open(address(), "X-Forwarded-For: " + MALLORY);
                RawSocket other = RawSocket.open(address(), "X-Forwarded-For: " + ALICE)) {
            socket.send(RawSocket.ask("1", EXPENSIVE, 0));
            JsonNode rejected = socket.hear();
            assertEquals("RATE_LIMITED", rejected.at("/payload/0/extensions/code").asText(), rejected.toString());
            other.send(RawSocket.ask("1", EXPENSIVE, 0));
            assertEquals("1", other.hear().at("/payload/subscribed").asText());
        }
    }

    private static void read(RawSocket socket, AtomicInteger heard) {
        try {
            while (true) {
                JsonNode event = socket.hear();
                if (event.path("type").asText().equals("next")) {
                    assertTrue(event.at("/payload/data/changed/record/leaders").size() > 0, event.toString());
                    heard.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            LOG.debug("subscription closed", closed);
        }
    }

    /** Durations of cheap queries while records change, in order. Each change is reported soon. */
    private List<Long> timesOfAnother() throws Exception {
        List<Long> times = new ArrayList<>();
        long until = System.nanoTime() + LOADING_MILLIS * 1_000_000L;
        try (Connection writer = postgres.database().getPostgresDatabase().getConnection();
                RawSocket listener = RawSocket.open(address(), "X-Forwarded-For: " + ALICE)) {
            listener.send(RawSocket.ask("1", "subscription { changed(actors: [\"european-union\"]) { slug } }", 0));
            assertEquals("1", listener.hear().at("/payload/subscribed").asText());
            for (int i = 0; System.nanoTime() - until < 0; i++) {
                if (i % 10 == 0) {
                    ChangeWriter.write(writer, "MEETING", "brussels-2023-07-15");
                    long written = System.nanoTime();
                    assertEquals("brussels-2023-07-15", listener.hear().at("/payload/data/changed/slug").asText());
                    assertTrue(System.nanoTime() - written < MOST_HEARING_NANOS, "an event of another client waits");
                }
                long began = System.nanoTime();
                assertEquals(200, ask("{ actors(first: 1) { nodes { name } } }", ALICE));
                times.add((System.nanoTime() - began) / 1_000_000);
                Thread.sleep(50);
            }
        }
        times.sort(null);
        return times;
    }
}
