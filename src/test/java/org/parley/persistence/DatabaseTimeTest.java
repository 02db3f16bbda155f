package org.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.fault.BudgetExceededException;
import org.parley.fault.ClientError;
import org.parley.fault.ErrorCode;

/** The database time of a request is limited, for one statement and for many together. */
@QuarkusTest
class DatabaseTimeTest {

    private static final Duration LIMIT = Duration.ofMillis(400);

    /** Each fetch takes three eighths of the limit. */
    private static final String SLOW_PARTS = "select case when i % 1000 = 0 then 'slept' || pg_sleep(0.15) end from generate_series(1, 20000) i";

    @Inject
    DataSource source;

    @Inject
    Store store;

    private ReadContext open() {
        return open(Duration.ofSeconds(30), LIMIT);
    }

    private ReadContext open(Duration time, Duration databaseTime) {
        return ReadContext.open(source, System.nanoTime() + time.toNanos(), budget(databaseTime));
    }

    private static ReadBudget budget(Duration databaseTime) {
        return new ReadBudget(100_000, 1_000_000, databaseTime, bytes -> {
        });
    }

    private static ErrorCode code(Throwable thrown) {
        return ClientError.of(thrown, () -> "a request").code();
    }

    private void sleep(double seconds) {
        assertEquals("slept",
                store.rows(String.format(Locale.ROOT, "select 'slept' || pg_sleep(%.2f)", seconds), new WhereClause()).get(0)[0]);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Test
    void longStatementIsCanceled() {
        try (ReadContext context = open()) {
            long began = System.nanoTime();
            BudgetExceededException exceeded = assertThrows(BudgetExceededException.class, () -> sleep(20));
            assertTrue(millisSince(began) < 10_000, millisSince(began) + " ms");
            ClientError failure = ClientError.of(exceeded, () -> "a request");
            assertEquals(ErrorCode.COST_EXCEEDED, failure.code());
            assertEquals("database milliseconds", failure.extensions().get("limited"));
            assertEquals(LIMIT.toMillis(), failure.extensions().get("limit"));
            assertThrows(BudgetExceededException.class, () -> sleep(0));
        }
    }

    @Test
    void shortStatementsAddUp() {
        try (ReadContext context = open()) {
            long began = System.nanoTime();
            sleep(0.15);
            sleep(0.15);
            assertThrows(BudgetExceededException.class, () -> sleep(20));
            assertTrue(millisSince(began) < 10_000, millisSince(began) + " ms");
        }
    }

    /** PostgreSQL's limit applies to each fetch: no fetch takes that long, but all together do. */
    @Test
    void fetchesAddUp() {
        try (ReadContext context = open()) {
            int[] rows = new int[1];
            RuntimeException exceeded = assertThrows(RuntimeException.class,
                    () -> context.query(SLOW_PARTS, new WhereClause(), row -> rows[0]++));
            assertEquals(ErrorCode.COST_EXCEEDED, code(exceeded));
            assertTrue(rows[0] <= 3 * SqlExecutor.FETCH_SIZE, rows[0] + " rows");
        }
    }

    @Test
    void deadlineIsCheckedBetweenFetches() {
        try (ReadContext context = open(LIMIT, Duration.ofSeconds(20))) {
            int[] rows = new int[1];
            RuntimeException late = assertThrows(RuntimeException.class,
                    () -> context.query(SLOW_PARTS, new WhereClause(), row -> rows[0]++));
            assertEquals(ErrorCode.TIMEOUT, code(late));
            assertTrue(rows[0] <= 3 * SqlExecutor.FETCH_SIZE, rows[0] + " rows");
        }
    }

    @Test
    void rowHandlingIsNoDatabaseTime() {
        try (ReadContext context = open()) {
            context.query("select i from generate_series(1, 2001) i", new WhereClause(), row -> {
                if (row.getInt(1) % SqlExecutor.FETCH_SIZE == 0) {
                    pause(LIMIT.toMillis());
                }
            });
            sleep(0.1);
        }
    }

    /** A statement that exceeded the limit of PostgreSQL without being canceled had to wait for a processor. */
    @Test
    void waitingForAProcessorIsReportedAsOverload() {
        ReadBudget waited = budget(LIMIT);
        waited.time(LIMIT.plusMillis(1).toNanos(), LIMIT.toMillis());
        assertEquals(ErrorCode.UNAVAILABLE, code(assertThrows(BudgetExceededException.class, waited::check)));
        ReadBudget summed = budget(LIMIT);
        summed.time(LIMIT.dividedBy(2).toNanos(), LIMIT.toMillis());
        summed.check();
        summed.time(LIMIT.dividedBy(2).toNanos(), LIMIT.toMillis());
        assertEquals(ErrorCode.COST_EXCEEDED, code(assertThrows(BudgetExceededException.class, summed::check)));
    }

    /** Also if each statement has a new snapshot. */
    @Test
    void timeIsCountedAcrossSnapshots() {
        try (ReadContext context = open()) {
            sleep(0.25);
            context.renewSnapshot();
            assertThrows(BudgetExceededException.class, () -> {
                sleep(0.25);
                sleep(0);
            });
        }
    }

    @Test
    void nextRequestHasItsOwnBudget() {
        for (int i = 0; i < 3; i++) {
            try (ReadContext context = open()) {
                assertThrows(BudgetExceededException.class, () -> sleep(20));
            }
            try (ReadContext context = open()) {
                sleep(0.05);
            }
        }
    }

    /** The client is not at fault if a write holds a lock. */
    @Test
    void waitingForALockIsReportedAsUnavailable() throws SQLException {
        try (Connection writer = source.getConnection(); Statement statement = writer.createStatement(); ReadContext context = open()) {
            writer.setAutoCommit(false);
            sleep(0);
            statement.execute("lock table track in access exclusive mode");
            RuntimeException rejected = assertThrows(RuntimeException.class,
                    () -> store.rows("select count(*) from track", new WhereClause()));
            assertEquals(ErrorCode.UNAVAILABLE, code(rejected));
            writer.rollback();
        }
    }

    /** If little time is left, the limits for locks and statements are both shorter. */
    @Test
    void waitingForALockWithLittleTimeLeftIsReportedAsUnavailable() throws SQLException {
        try (Connection writer = source.getConnection();
                Statement statement = writer.createStatement();
                ReadContext context = open(Duration.ofSeconds(30), Duration.ofSeconds(1))) {
            writer.setAutoCommit(false);
            sleep(0.6);
            statement.execute("lock table track in access exclusive mode");
            RuntimeException rejected = assertThrows(RuntimeException.class,
                    () -> store.rows("select count(*) from track", new WhereClause()));
            assertEquals(ErrorCode.UNAVAILABLE, code(rejected));
            writer.rollback();
        }
    }

    @Test
    void statementCanceledByOthersIsATimeout() throws Exception {
        try (ReadContext context = open()) {
            List<Object[]> pid = store.rows("select cast(pg_backend_pid() as bigint), 0", new WhereClause());
            Thread canceller = new Thread(() -> cancel((Long) pid.get(0)[0]));
            canceller.start();
            RuntimeException cancelled = assertThrows(RuntimeException.class, () -> sleep(0.35));
            assertEquals(ErrorCode.TIMEOUT, code(cancelled));
            canceller.join();
        }
    }

    private void cancel(long pid) {
        try (Connection other = source.getConnection(); Statement statement = other.createStatement()) {
            Thread.sleep(100);
            statement.execute("select pg_cancel_backend(" + pid + ")");
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
