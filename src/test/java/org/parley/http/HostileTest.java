package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.parley.http.HostileRequests.Hostile;
import org.parley.http.RawClient.Reply;

/**
 * Nobody brings the service down with a request: each is answered soon, none by a fault of the service, and the next good one is answered.
 */
@QuarkusTest
class HostileTest {

    private static final Logger LOG = Logger.getLogger(HostileTest.class);
    /** The time that a request has in all. */
    private static final int LONGEST_MILLIS = 10_000;
    /** Far below what one answer may hold were a request answered in full with all it sent. */
    private static final int LONGEST_REPLY = 500_000;
    /** What the documents and answers that are kept may take. */
    private static final long MOST_MEMORY = 100_000_000;
    private static final byte[] GOOD = RawClient.query("{ actor(slug: \"charles-michel\") { name } }", Map.of());

    @TestHTTPResource("/graphql")
    URI service;

    @Test
    void isWithstood() throws IOException {
        List<Hostile> requests = HostileRequests.all();
        Set<String> names = new HashSet<>();
        assertEquals(List.of(), requests.stream().map(Hostile::name).filter(name -> !names.add(name)).toList(), "twice");
        long before = used();
        List<String> wrong = new ArrayList<>();
        long slowest = 0;
        for (Hostile hostile : requests) {
            long began = System.nanoTime();
            String fault = fault(hostile);
            long took = (System.nanoTime() - began) / 1_000_000;
            slowest = Math.max(slowest, took);
            if (fault != null) {
                wrong.add(hostile + ": " + fault + " (" + took + " ms)");
            }
        }
        long stays = used() - before;
        LOG.infof("%d hostile requests, the slowest answered in %d ms; %d MB more in use", requests.size(), slowest, stays / 1_000_000);
        assertTrue(requests.size() >= 200, "only " + requests.size());
        assertEquals("", String.join("\n", wrong));
        assertTrue(stays < MOST_MEMORY, stays + " bytes stay in use");
    }

    /** Bytes in use; the service runs in this JVM. */
    long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private String fault(Hostile hostile) throws IOException {
        try {
            Reply reply = RawClient.send(service, hostile.request(), hostile.cut(), LONGEST_MILLIS);
            assertEquals("Charles Michel", RawClient.send(service, GOOD).json().at("/data/actor/name").asText(), "the next request");
            return reply.status() == 0 ? hostile.cut() ? null : "no answer" : fault(reply);
        } catch (AssertionError e) {
            return e.getMessage();
        }
    }

    /** An answer is a 4xx, or has errors that are the client's; a good answer to a wild request is one too. */
    private static String fault(Reply reply) {
        if (reply.status() >= 500 || reply.body().length > LONGEST_REPLY) {
            return reply.toString();
        }
        if (reply.status() >= 400) {
            return null;
        }
        for (JsonNode error : reply.json().path("errors")) {
            String code = error.at("/extensions/code").asText();
            if (Set.of("", "INTERNAL", "UNAVAILABLE", "TIMEOUT").contains(code)) {
                return reply.toString();
            }
        }
        return null;
    }
}
