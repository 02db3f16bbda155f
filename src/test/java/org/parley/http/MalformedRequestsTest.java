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
import org.parley.http.MalformedRequests.Hostile;
import org.parley.http.RawClient.Reply;

/** No request disables the service: each gets a response soon, none an internal error, and the next valid request succeeds. */
@QuarkusTest
class MalformedRequestsTest {

    private static final Logger LOG = Logger.getLogger(MalformedRequestsTest.class);
    /** The time limit of a request. */
    private static final int LONGEST_MILLIS = 10_000;
    /** Far less than a response to all of the request's content would take. */
    private static final int LONGEST_REPLY = 500_000;
    /** The most that cached documents and responses may take. */
    private static final long MOST_MEMORY = 100_000_000;
    private static final byte[] GOOD = RawClient.query("{ actor(slug: \"charles-michel\") { name } }", Map.of());

    @TestHTTPResource("/graphql")
    URI service;

    @Test
    void serviceSurvives() throws IOException {
        List<Hostile> requests = MalformedRequests.all();
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

    /** Heap in use; the service runs in this JVM. */
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

    /** A response is a 4xx or has errors of the client; valid data is accepted too. */
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
