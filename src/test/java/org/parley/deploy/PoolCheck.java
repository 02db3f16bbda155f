package org.parley.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether a service can still use every connection of its pool. */
final class PoolCheck {

    private static final int SLOTS = 16;
    /** Less than the service waits for a connection of its pool. */
    private static final int LOCK_SECONDS = 4;
    private static final String SLUG = "brussels-2023-07-15";
    private static final String WAITING = "select count(*) from pg_locks where relation = 'meeting'::regclass and not granted";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final WholeService service;
    private String last = "";

    PoolCheck(WholeService service) {
        this.service = service;
    }

    /** As many questions as the pool has connections wait for the same lock in that database, all at once, and all are answered. */
    void assertAllSlotsFree(PlainPostgres database) throws Exception {
        WholeService.await("all connections of the pool are used at once", () -> usesAll(database), () -> last);
        WholeService.await("all connections are given back", () -> active() == 0, () -> active() + " are in use");
    }

    private boolean usesAll(PlainPostgres database) throws Exception {
        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        int waiting;
        try (Connection lock = database.database().getPostgresDatabase().getConnection(); Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table meeting in access exclusive mode");
            for (int i = 0; i < SLOTS; i++) {
                answers.add(service.asking("query Slot" + NAMES.incrementAndGet() + " { meeting(slug: \"" + SLUG + "\") { slug } }"));
            }
            waiting = awaitAll(statement);
        }
        boolean right = true;
        for (CompletableFuture<JsonNode> answer : answers) {
            right &= answer.get(20, TimeUnit.SECONDS).at("/data/meeting/slug").asText().equals(SLUG);
        }
        last = waiting + " questions waited in the database; answers: " + answers.stream().map(CompletableFuture::join).toList();
        return right && waiting == SLOTS;
    }

    private static int awaitAll(Statement statement) throws SQLException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOCK_SECONDS);
        int waiting = 0;
        while (waiting < SLOTS && System.nanoTime() - until < 0) {
            try (ResultSet row = statement.executeQuery(WAITING)) {
                row.next();
                waiting = row.getInt(1);
            }
            Thread.sleep(20);
        }
        return waiting;
    }

    /** How many connections of the pool are in use, by the service's metrics. */
    private double active() throws IOException, InterruptedException {
        return service.get("/q/metrics").lines().filter(line -> line.startsWith("agroal_active_count"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }
}
