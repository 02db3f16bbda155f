package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.websocket.SocketClient;

/**
 * The database is lost, away or frozen while clients ask: no answer is wrong, and afterwards all of the service works again, to the last
 * connection of its pool, without a restart.
 */
@Tag("slow")
class DatabaseFaultsIT extends FaultyDatabase {

    private static final String SESSION = "select pid from pg_stat_activity where application_name = 'parley revision'";

    @Test
    void theSessionThatListensIsEndedTwentyTimes() throws Exception {
        String last = "";
        for (int i = 0; i < 20; i++) {
            String before = last;
            String[] session = new String[1];
            WholeService.await("it listens again", () -> {
                session[0] = postgres.value("select coalesce((" + SESSION + " limit 1)::text, '')");
                return !session[0].isEmpty() && !session[0].equals(before);
            }, () -> session[0]);
            last = session[0];
            postgres.execute("select pg_terminate_backend(" + last + ")");
        }
        whole.assertWhole(postgres, listener);
        assertEquals("1", postgres.value("select count(*) from (" + SESSION + ") s"));
        assertEquals("0",
                postgres.value(
                        "select count(*) from pg_stat_activity where application_name <> 'parley revision'" + " and query ilike 'listen%'"),
                "a connection of the pool listens");
    }

    @Test
    void allSessionsAreEndedFiveTimes() throws Exception {
        for (int i = 0; i < 5; i++) {
            postgres.endSessions("true");
            Thread.sleep(200);
        }
        whole.assertWhole(postgres, listener);
    }

    /** A session that is ended in the middle of a request takes this request with it, and no other. */
    @Test
    void theSessionOfARequestIsEnded() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (Connection lock = postgres.lock("agreement")) {
                CompletableFuture<JsonNode> answer = whole.asking("query Ended" + i + " { agreements(first: 1) { nodes { slug } } }");
                postgres.execute("select pg_terminate_backend(pid) " + postgres.awaitBlocked("agreement"));
                JsonNode failed = answer.get(20, TimeUnit.SECONDS);
                assertEquals("UNAVAILABLE", WholeService.code(failed), failed.toString());
            }
        }
        assertEquals(1, whole.ask("{ agreements(first: 1) { nodes { slug } } }").at("/data/agreements/nodes").size());
        whole.assertWhole(postgres, listener);
    }

    @Test
    void theDatabaseCrashesFiveTimes() throws Exception {
        for (int i = 0; i < 5; i++) {
            postgres.crash();
            postgres.restart();
        }
        whole.assertWhole(postgres, listener);
        assertNotEquals(0, reader.rejected(), "the database was not away");
    }

    /** What runs is live and not ready; what starts meanwhile waits for it. */
    @Test
    void theDatabaseIsAwayForTwentySeconds() throws Exception {
        postgres.crash();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try (PackagedService started = PackagedService.serve(PlainPostgres.environmentAt(proxy.port(), settings), "/q/health/live")) {
            do {
                JsonNode rejected = whole.ask("{ dataset { revision } }");
                assertEquals("UNAVAILABLE", WholeService.code(rejected), rejected.toString());
                assertEquals(200, whole.status("/q/health/live"));
                Thread.sleep(500);
            } while (System.nanoTime() - until < 0);
            assertEquals(503, whole.status("/q/health/ready"));
            assertFalse(started.ready());
            postgres.restart();
            whole.assertWhole(postgres, listener);
            WholeService other = new WholeService(started);
            WholeService.await("the new service is ready", started::ready, () -> other.get("/q/health/ready"));
            try (SocketClient hearing = other.subscribe()) {
                other.assertWhole(postgres, hearing);
            }
        }
    }

    /** What is sent is swallowed, and no connection is ever closed; later ones are served. */
    @Test
    void theNetworkIsSilent() throws Exception {
        proxy.silence();
        Thread.sleep(2_000);
        int answered = reader.answered();
        Thread.sleep(11_000);
        assertEquals(answered, reader.answered(), "answers were given more than a second after the database had gone silent");
        assertEquals(503, whole.status("/q/health/ready"));
        assertEquals(200, whole.status("/q/health/live"));
        proxy.serveAnew();
        whole.assertWhole(postgres, listener);
    }

    /** Its processes are stopped: connections are taken, and not answered; then all go on. */
    @Test
    void theDatabaseIsFrozen() throws Exception {
        postgres.freeze();
        try {
            Thread.sleep(5_500);
        } finally {
            postgres.thaw();
        }
        whole.assertWhole(postgres, listener);
    }
}
