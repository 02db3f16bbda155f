package org.parley.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.Management;
import org.parley.graphql.GlobalId;

/** Events of a subscription: those that match, in order, once. */
@QuarkusTest
@TestProfile(SubscriptionTest.Hasty.class)
class SubscriptionTest {

    private static final String HEAR = """
            subscription Hear($types: [RecordType!], $slugs: [String!], $actors: [String!], $after: String) {
              changed(types: $types, slugs: $slugs, actors: $actors, after: $after) { id slug } }""";
    private static final String BRUSSELS = "brussels-2023-07-15";

    /** A small cache of changes, few threads, and a short send timeout. */
    public static class Hasty implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.websocket.send-timeout", "2s", "parley.websocket.cached-changes", "100", "parley.websocket.operations",
                    "3", "parley.websocket.concurrent-operations", "1", "parley.websocket.event-threads", "2");
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    @Inject
    DataSource source;

    private static String id(long revision, int position) {
        return revision + "-" + position;
    }

    private long revision() {
        String revision = RestAssured.given().contentType("application/json").body(Map.of("query", "{ dataset { revision } }"))
                .post("/graphql").path("data.dataset.revision");
        return Long.parseLong(revision);
    }

    /** Returns the slugs of the next events, all of that operation. */
    private static List<String> heard(SocketClient client, String operation, int events) {
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            JsonNode message = client.hear();
            assertEquals("next", message.path("type").asText(), message.toString());
            assertEquals(operation, message.path("id").asText(), message.toString());
            slugs.add(message.at("/payload/data/changed/slug").asText());
        }
        return slugs;
    }

    @Test
    void receivesLaterChanges() throws Exception {
        try (SocketClient client = SocketClient.open(service); Connection writer = source.getConnection()) {
            ChangeWriter.write(writer, "ACTOR", "armenia");
            client.subscribe("1", HEAR, Map.of());
            long revision = ChangeWriter.write(writer, "MEETING", BRUSSELS);
            JsonNode event = client.hear();
            assertEquals(BRUSSELS, event.at("/payload/data/changed/slug").asText(), event.toString());
            assertEquals(id(revision, 0), event.at("/payload/data/changed/id").asText());
            ChangeWriter.write(writer, "ACTOR", "russia", "armenia");
            assertEquals(List.of("russia", "armenia"), heard(client, "1", 2));
            client.say(Map.of("type", "complete", "id", "1"));
            Thread.sleep(200);
            ChangeWriter.write(writer, "ACTOR", "armenia");
            assertNull(client.hearWithin(500), "who has said that it is enough hears no more");
        }
    }

    @Test
    void receivesMatchingChanges() throws Exception {
        try (SocketClient client = SocketClient.open(service); Connection writer = source.getConnection()) {
            client.subscribe("types", HEAR, Map.of("types", List.of("ACTOR", "ISSUE")));
            client.subscribe("slugs", HEAR, Map.of("slugs", List.of(BRUSSELS, "armenia")));
            client.subscribe("both", HEAR, Map.of("types", List.of("ACTOR"), "slugs", List.of(BRUSSELS, "armenia")));
            ChangeWriter.write(writer, "MEETING", BRUSSELS);
            ChangeWriter.write(writer, "ACTOR", "russia");
            ChangeWriter.write(writer, "ACTOR", "armenia");
            Map<String, List<String>> heard = IntStream.range(0, 5).mapToObj(i -> client.hear())
                    .collect(Collectors.groupingBy(message -> message.path("id").asText(),
                            Collectors.mapping(message -> message.at("/payload/data/changed/slug").asText(), Collectors.toList())));
            assertEquals(Map.of("types", List.of("russia", "armenia"), "slugs", List.of(BRUSSELS, "armenia"), "both", List.of("armenia")),
                    heard);
            assertNull(client.hearWithin(500));
        }
    }

    /** The President of the European Council convened the meeting for the European Union. */
    @Test
    void receivesChangesOfAnActor() throws Exception {
        try (SocketClient client = SocketClient.open(service); Connection writer = source.getConnection()) {
            client.subscribe("union", HEAR, Map.of("actors", List.of("european-union")));
            ChangeWriter.write(writer, "MEETING", BRUSSELS);
            ChangeWriter.write(writer, "ACTOR", "russia");
            ChangeWriter.write(writer, "ACTOR", "european-union");
            assertEquals(List.of(BRUSSELS, "european-union"), heard(client, "union", 2));
            assertNull(client.hearWithin(500));
        }
    }

    /** An invalid message starts nothing; the connection and earlier operations continue. */
    @Test
    void invalidVariablesAreRejected() throws Exception {
        try (SocketClient client = SocketClient.open(service); Connection writer = source.getConnection()) {
            client.subscribe("1", HEAR, Map.of());
            client.ask("2", HEAR, Map.of("slugs", List.of(7)));
            JsonNode wrong = client.hear();
            assertEquals("error", wrong.path("type").asText(), wrong.toString());
            assertEquals("$slugs[0]: not a valid String; send a string in quotes", wrong.at("/payload/0/message").asText());
            assertEquals("BAD_USER_INPUT", wrong.at("/payload/0/extensions/code").asText());
            client.ask("3", "subscription($s: String = \"x\") { a: changed(slugs: [$s]) { id } }", Collections.singletonMap("s", null));
            JsonNode none = client.hear();
            assertEquals("3", none.path("id").asText(), none.toString());
            assertEquals("slugs[0]: the variable $s is null; send a value of type String or omit the variable",
                    none.at("/payload/0/message").asText());
            client.sayText("{\"id\": \"4\", \"type\": \"subscribe\", \"payload\": {\"query\":"
                    + " \"query($n: Int) { actors(first: $n) { totalCount } }\", \"variables\": {\"n\": 4294967297}}}");
            assertEquals("BAD_USER_INPUT", client.hear().at("/payload/0/extensions/code").asText());
            ChangeWriter.write(writer, "ACTOR", "armenia");
            assertEquals(List.of("armenia"), heard(client, "1", 1));
        }
    }

    /** Russia acted in the meeting for a time; earlier and later changes do not match. */
    @Test
    void matchesActorsAsOfTheChange() throws Exception {
        try (SocketClient client = SocketClient.open(service); Connection writer = source.getConnection()) {
            long before = ChangeWriter.write(writer, "MEETING", BRUSSELS);
            long joined = ChangeWriter.write(writer, "MEETING", BRUSSELS);
            execute(writer, "insert into actor_record (actor_id, role, kind, date_sort, slug, record_id) select a.id, 'ANY', 'MEETING',"
                    + " m.date_sort, m.slug, m.id from actor a, meeting m where a.slug = 'russia' and m.slug = '" + BRUSSELS + "'");
            ChangeWriter.write(writer, "MEETING", BRUSSELS);
            long left = ChangeWriter.write(writer, "MEETING", BRUSSELS);
            execute(writer, "delete from actor_record r using actor a, meeting m where r.actor_id = a.id and r.record_id = m.id"
                    + " and a.slug = 'russia' and m.slug = '" + BRUSSELS + "'");
            ChangeWriter.write(writer, "MEETING", BRUSSELS);
            client.subscribe("1", HEAR, Map.of("actors", List.of("russia"), "after", String.valueOf(before - 1)));
            List<String> ids = new ArrayList<>();
            for (long revision = joined; revision <= left; revision++) {
                ids.add(client.hear().at("/payload/data/changed/id").asText());
            }
            assertEquals(List.of(id(joined, 0), id(joined + 1, 0), id(left, 0)), ids);
            assertNull(client.hearWithin(500));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql), sql);
            connection.commit();
        }
    }

    @Test
    void receivesMissedChangesFirst() throws Exception {
        try (SocketClient client = SocketClient.open(service); Connection writer = source.getConnection()) {
            long before = revision();
            ChangeWriter.write(writer, "ACTOR", "russia", "armenia");
            long revision = ChangeWriter.write(writer, 300, BRUSSELS);
            client.subscribe("revision", HEAR, Map.of("after", String.valueOf(before)));
            List<String> all = heard(client, "revision", 302);
            assertEquals(List.of("russia", "armenia", BRUSSELS), all.subList(0, 3));
            client.say(Map.of("type", "complete", "id", "revision"));
            client.subscribe("change", HEAR, Map.of("after", id(before + 1, 0)));
            assertEquals(all.subList(1, 302), heard(client, "change", 301));
            client.say(Map.of("type", "complete", "id", "change"));
            client.subscribe("last", HEAR, Map.of("after", id(revision, 0)));
            assertNull(client.hearWithin(500));
            ChangeWriter.write(writer, "ACTOR", "armenia");
            assertEquals(List.of("armenia"), heard(client, "last", 1));
        }
    }

    @Test
    void invalidPositionIsRejected() {
        try (SocketClient client = SocketClient.open(service)) {
            List<String> none = List.of("", "yesterday", "-1", "99999999999999", "1.1", "1-", "1-1-1",
                    new GlobalId("Meeting", BRUSSELS).encode(), "9".repeat(30), "1-" + "9".repeat(30));
            for (String place : none) {
                client.ask("1", HEAR, Map.of("after", place));
                JsonNode error = client.hear();
                assertEquals("error", error.path("type").asText(), place + " " + error);
                assertEquals("BAD_USER_INPUT", error.at("/payload/0/extensions/code").asText(), error.toString());
            }
        }
    }

    /** Each event is read as a query at the change. */
    @Test
    void eventIsExecutedLikeAQuery() throws Exception {
        try (SocketClient client = SocketClient.open(service); Connection writer = source.getConnection()) {
            client.subscribe("1", "subscription { heard: changed { __typename ...on Change { id } same: id } }", Map.of());
            long revision = ChangeWriter.write(writer, "MEETING", BRUSSELS);
            JsonNode event = client.hear().at("/payload");
            assertEquals("{\"data\":{\"heard\":{\"__typename\":\"Change\",\"id\":\"" + id(revision, 0) + "\",\"same\":\"" + id(revision, 0)
                    + "\"}}}", event.toString());
        }
    }

    @Test
    void allSubscribersReceiveAllChangesInOrder() throws Exception {
        int listeners = 10;
        int writes = 500;
        List<SocketClient> clients = new ArrayList<>();
        try (Connection writer = source.getConnection()) {
            for (int i = 0; i < listeners; i++) {
                clients.add(SocketClient.open(service).subscribe("1", HEAR, Map.of("slugs", List.of(BRUSSELS))));
            }
            long last = ChangeWriter.write(writer, writes, BRUSSELS);
            for (SocketClient client : clients) {
                for (int i = 1; i <= writes; i++) {
                    assertEquals(id(last - writes + i, 0), client.hear().at("/payload/data/changed/id").asText());
                }
                assertNull(client.hearWithin(100));
            }
        } finally {
            clients.forEach(SocketClient::close);
        }
    }

    private static void awaitSubscriptions(int number) throws InterruptedException {
        for (int i = 0; i < 200 && metric("parley_websocket_subscriptions") < number; i++) {
            Thread.sleep(50);
        }
        assertEquals(number, metric("parley_websocket_subscriptions"), "subscriptions");
    }

    /**
     * A client receives nothing: only as many events are produced as fit into the buffers, the connection is closed, and other clients are
     * not affected.
     */
    @Test
    void clientThatDoesNotReceiveIsDisconnected() throws Exception {
        int writes = 3_000;
        String wide = IntStream.range(0, 90).mapToObj(i -> "a" + i + ": id").collect(Collectors.joining(" "));
        try (SlowClient deaf = SlowClient.connect(service);
                SocketClient client = SocketClient.open(service);
                Connection writer = source.getConnection()) {
            double cut = metric("parley_websocket_closed_total{reason=\"too_slow\"}");
            double sent = metric("parley_websocket_events_total");
            deaf.say("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription { changed { " + wide + " } }\"}}");
            client.subscribe("1", HEAR, Map.of());
            awaitSubscriptions(2);
            long last = ChangeWriter.write(writer, writes, BRUSSELS);
            for (int i = 1; i <= writes; i++) {
                assertEquals(id(last - writes + i, 0), client.hear().at("/payload/data/changed/id").asText());
            }
            for (int i = 0; i < 100 && metric("parley_websocket_connections") > 1; i++) {
                Thread.sleep(100);
            }
            assertEquals(cut + 1, metric("parley_websocket_closed_total{reason=\"too_slow\"}"), "cut off");
            assertEquals(1, metric("parley_websocket_subscriptions"));
            assertEquals(1, metric("parley_websocket_connections"), "the connection is still there");
            double forTheDeaf = metric("parley_websocket_events_total") - sent - writes;
            assertTrue(forTheDeaf < writes - 200, forTheDeaf + " of " + writes + " events were made for a client that takes none");
            assertTrue(deaf.wasHungUp(), "the connection is still there");
        }
    }

    /** No client waits for another whose events take long, even if its changes arrive as fast as all threads can serve. */
    @Test
    void eventsOfAConnectionAreSerial() throws Exception {
        String reading = "subscription { changed { record { ... on Meeting { title } } } }";
        try (SocketClient held = SocketClient.open(service);
                SocketClient client = SocketClient.open(service);
                Connection writer = source.getConnection();
                Connection lock = source.getConnection()) {
            held.subscribe("1", reading, Map.of()).subscribe("2", reading, Map.of()).subscribe("3", reading, Map.of());
            client.subscribe("1", HEAR, Map.of());
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table meeting in access exclusive mode");
            try {
                ChangeWriter.write(writer, "MEETING", BRUSSELS);
                Thread.sleep(500);
                long last = ChangeWriter.write(writer, "MEETING", BRUSSELS);
                assertEquals(id(last - 1, 0), client.hear(3).at("/payload/data/changed/id").asText());
                assertEquals(id(last, 0), client.hear(3).at("/payload/data/changed/id").asText());
                assertNull(held.hearWithin(100), "nothing was held up");
            } finally {
                lock.rollback();
            }
            for (int i = 0; i < 2 * 3; i++) {
                assertTrue(held.hear().at("/payload/data/changed/record/title").isTextual());
            }
        }
    }

    private static double heavyAnswers() {
        return metric("parley_requests_seconds_count{operation=\"Heavy\"");
    }

    /** Operations wait while responses are not received, and are then executed. */
    @Test
    void stalledClientGetsNoMoreResponses() throws Exception {
        try (SlowClient deaf = SlowClient.connect(service)) {
            double before = heavyAnswers();
            deaf.say(SlowClient.heavy("1"), SlowClient.heavy("2"), SlowClient.heavy("3"));
            for (int i = 0; i < 100 && heavyAnswers() == before; i++) {
                Thread.sleep(50);
            }
            Thread.sleep(1_000);
            assertEquals(before + 1, heavyAnswers());
            for (String id : List.of("1", "2", "3")) {
                assertTrue(deaf.hears("\"id\":\"" + id + "\",\"type\":\"next\"", Integer.MAX_VALUE), "hung up before " + id);
            }
            assertEquals(before + 3, heavyAnswers());
        }
    }

    /** Pings as fast as possible, and receives no pong. */
    @Test
    void pingingClientThatDoesNotReceiveIsDisconnected() throws Exception {
        double cut = metric("parley_websocket_closed_total{reason=\"too_slow\"}");
        try (SlowClient deaf = SlowClient.connect(service)) {
            long until = System.nanoTime() + 10_000_000_000L;
            try {
                while (System.nanoTime() < until) {
                    deaf.ping(1_000);
                }
            } catch (IOException hungUp) {
                // The service closes the connection.
            }
            assertTrue(deaf.wasHungUp(), "the connection is still there");
        }
        assertEquals(cut + 1, metric("parley_websocket_closed_total{reason=\"too_slow\"}"));
    }

    private static double metric(String name) {
        return Management.get("/q/metrics").asString().lines().filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }
}
