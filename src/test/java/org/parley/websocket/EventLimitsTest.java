package org.parley.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.mutation.WriteBudgetTest;

/** The limits of requests apply to a subscription when it starts and to each event. */
@QuarkusTest
@TestProfile(WriteBudgetTest.Small.class)
class EventLimitsTest {

    private static final String ACTOR = "subscription { changed { slug record { ... on Actor { %s } } } }";

    @TestHTTPResource("/graphql")
    URI service;

    @Inject
    DataSource source;

    @Test
    void expensiveSelectionIsRejectedAtStart() {
        try (SocketClient client = SocketClient.open(service)) {
            client.ask("1", ACTOR.replace("%s", "attended(first: 100) { nodes { statements(first: 100) { nodes { slug } } } }"), Map.of());
            JsonNode rejected = client.hear();
            assertEquals("error", rejected.path("type").asText(), rejected.toString());
            assertEquals("COST_EXCEEDED", rejected.at("/payload/0/extensions/code").asText(), rejected.toString());
        }
    }

    @Test
    void eventOverTheBudgetIsAnErrorAndTheNextIsSent() throws Exception {
        try (SocketClient client = SocketClient.open(service); Connection writer = source.getConnection()) {
            client.subscribe("1", ACTOR.replace("%s", "attended(first: 20) { nodes { slug participations { role actor { slug } } } }"),
                    Map.of());
            ChangeWriter.write(writer, "ACTOR", "armenia");
            JsonNode event = client.hear();
            assertEquals("next", event.path("type").asText(), event.toString());
            assertEquals("COST_EXCEEDED", event.at("/payload/errors/0/extensions/code").asText(), event.toString());
            assertEquals(true, event.at("/payload/data").isMissingNode(), event.toString());
            ChangeWriter.write(writer, "PLACE", "brussels");
            JsonNode next = client.hear();
            assertEquals("brussels", next.at("/payload/data/changed/slug").asText(), next.toString());
        }
    }
}
