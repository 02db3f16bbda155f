package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.parley.live.ChangeWriter;
import org.parley.live.SocketClient;

/**
 * Two processes on one database: who listens to either of them hears every write, in order, once, also across a restart of the database.
 */
class SubscriptionIT {

    private static final int WRITES = 10_000;
    private static final String SLUG = "brussels-2023-07-15";

    @Test
    void everyWriteIsHeardOnceInOrder() throws Exception {
        ExecutorService writing = Executors.newSingleThreadExecutor();
        try (PlainPostgres postgres = PlainPostgres.empty().filled();
                PackagedService one = PackagedService.serve(postgres.environment());
                PackagedService other = PackagedService.serve(postgres.environment());
                SocketClient first = listen(one);
                SocketClient second = listen(other)) {
            Future<Long> last = writing.submit(() -> {
                write(postgres, WRITES / 2);
                postgres.halt();
                Thread.sleep(3_000);
                postgres.restart();
                return write(postgres, WRITES / 2);
            });
            long revision = hear(first);
            assertEquals(revision, hear(second));
            assertEquals(last.get(), revision);
        } finally {
            writing.shutdownNow();
        }
    }

    private static SocketClient listen(PackagedService service) {
        return SocketClient.open(service.address.resolve("/graphql")).subscribe("1", "subscription { changed { id slug } }", Map.of());
    }

    private static long write(PlainPostgres postgres, int writes) throws SQLException {
        try (Connection writer = postgres.database().getPostgresDatabase().getConnection()) {
            return ChangeWriter.write(writer, writes, SLUG);
        }
    }

    /** Hears all that was written and no more; gives the last revision. */
    private static long hear(SocketClient client) {
        long revision = 0;
        for (int i = 0; i < WRITES; i++) {
            JsonNode change = client.hear(60).at("/payload/data/changed");
            assertEquals(SLUG, change.path("slug").asText());
            long now = Long.parseLong(change.path("id").asText().split("-")[0]);
            if (revision != 0) {
                assertEquals(revision + 1, now, "heard " + i);
            }
            revision = now;
        }
        assertNull(client.hearWithin(1_000), "heard too much");
        return revision;
    }
}
