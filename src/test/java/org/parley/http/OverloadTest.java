package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.LogLines;
import org.parley.http.RawClient.Reply;

/** Responses if the concurrency limit is reached, on a timeout, and on an internal error. */
@QuarkusTest
@TestProfile(OverloadTest.OnePlace.class)
class OverloadTest {

    private static final String ACTORS = "{ actors(first: 1) { nodes { name } } }";
    private static final String WAITING = "from pg_stat_activity where wait_event_type = 'Lock'";

    /** One request at once with a time limit of two seconds; the database has a longer one. */
    public static class OnePlace implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.limits.requests", "1", "parley.limits.time", "2s", "parley.limits.database-time", "4s",
                    "quarkus.datasource.jdbc.new-connection-sql", "set statement_timeout = '4s'; ${parley.database.session}");
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    @Inject
    DataSource database;

    private Reply ask(String document) {
        try {
            return RawClient.send(service, RawClient.query(document, Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the response once the limit permits it again, shortly after the previous one. */
    private Reply askWhenFree(String document) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            Reply reply = ask(document);
            if (!"UNAVAILABLE".equals(reply.code())) {
                return reply;
            }
            Thread.sleep(100);
        }
        return fail("the place is never free again");
    }

    /** Locks the actors, so that a request for them waits. */
    private Connection lock() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table actor in access exclusive mode");
        }
        return connection;
    }

    private CompletableFuture<Reply> waiting(String document) throws Exception {
        askWhenFree("{ dataset { revision } }");
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> {
            try {
                return askWhenFree(document);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < 100; i++) {
            if (number("select count(*) " + WAITING) > 0) {
                return reply;
            }
            Thread.sleep(10);
        }
        return fail("the request does not wait: " + reply);
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    @Test
    void requestsOverTheLimitAreToldToRetry() throws Exception {
        CompletableFuture<Reply> first;
        try (Connection lock = lock()) {
            first = waiting(ACTORS);
            Reply second = ask(ACTORS);
            assertEquals(503, second.status(), second.toString());
            assertEquals("UNAVAILABLE", second.code());
            assertEquals("1", second.headers().get("retry-after"));
            lock.rollback();
        }
        assertFalse(first.join().json().has("errors"), first.join().toString());
        assertFalse(askWhenFree(ACTORS).json().has("errors"));
    }

    @Test
    void requestsTimeOut() throws Exception {
        try (Connection lock = lock()) {
            CompletableFuture<Reply> late = waiting(ACTORS);
            long began = System.nanoTime();
            assertEquals(503, late.join().status());
            assertEquals("TIMEOUT", late.join().code());
            assertTrue((System.nanoTime() - began) / 1e9 < 2.5);
            lock.rollback();
        }
        assertFalse(askWhenFree(ACTORS).json().has("errors"));
    }

    @Test
    void longStatementsFailOnlyTheirFields() throws Exception {
        CompletableFuture<Reply> stopped;
        try (Connection lock = lock()) {
            stopped = waiting("{ dataset { revision } actors(first: 1) { nodes { name } } sources { nodes { slug } } }");
            number("select count(pg_cancel_backend(pid)) " + WAITING);
            Reply reply = stopped.join();
            assertEquals(200, reply.status());
            assertEquals("TIMEOUT", reply.code(), reply.toString());
            assertFalse(reply.toString().contains("INTERNAL"), reply.toString());
            lock.rollback();
        }
        assertFalse(askWhenFree(ACTORS).json().has("errors"));
    }

    @Test
    void internalErrorsAreOnlyLogged() throws Exception {
        try (LogLines log = new LogLines("org.parley.fault.ClientError")) {
            run("alter table actor rename to actor_gone");
            Reply reply = askWhenFree(ACTORS);
            assertEquals("INTERNAL", reply.code(), reply.toString());
            String id = reply.json().at("/errors/0/extensions/id").asText();
            assertTrue(log.lines().stream().anyMatch(line -> line.contains(id)), log.lines() + " has no " + id);
            String shown = new String(reply.body(), StandardCharsets.UTF_8);
            for (String inside : List.of("Exception", "org.", "java", "select", "actor_gone", "relation", "SQL")) {
                assertFalse(shown.contains(inside), shown);
            }
        } finally {
            run("alter table actor_gone rename to actor");
        }
        assertFalse(askWhenFree(ACTORS).json().has("errors"));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
