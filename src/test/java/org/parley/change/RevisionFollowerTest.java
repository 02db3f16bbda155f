package org.parley.change;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Management;
import org.parley.websocket.ChangeWriter;

/** The thread that follows revisions continues after any exception. */
@QuarkusTest
class RevisionFollowerTest {

    private static final long PATIENCE_MILLIS = 15_000;

    @Inject
    CurrentRevision current;

    @Inject
    DataSource source;

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class, NoClassDefFoundError.class,
            ThreadDeath.class})
    void continuesAfterFailures(Class<? extends Throwable> kind) throws Exception {
        AtomicReference<Throwable> next = new AtomicReference<>(kind.getConstructor().newInstance());
        AtomicLong heard = new AtomicLong();
        boolean[] listening = {false};
        current.onChange(revision -> {
            if (listening[0] && next.get() != null) {
                RevisionFollowerTest.<RuntimeException> raise(next.getAndSet(null));
            }
            heard.set(revision);
        });
        listening[0] = true;
        raiseRevision();
        await(() -> next.get() == null);
        long revision = raiseRevision();
        await(() -> heard.get() >= revision);
        Management.get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        Management.get("/q/health/ready").then().statusCode(200).body(not(equalTo("")));
    }

    @Test
    void failingListenerIsNotifiedAgainAndDoesNotAffectOthers() throws Exception {
        AtomicLong failures = new AtomicLong(-1);
        AtomicLong heard = new AtomicLong();
        AtomicLong beside = new AtomicLong();
        current.onChange(revision -> {
            if (failures.get() >= 0 && failures.getAndIncrement() < 3) {
                throw new NoClassDefFoundError("thrown by a test");
            }
            heard.set(revision);
        });
        current.onChange(beside::set);
        failures.set(0);
        long revision = raiseRevision();
        await(() -> beside.get() >= revision);
        await(() -> heard.get() >= revision);
        assertTrue(failures.get() > 3);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private long raiseRevision() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return ChangeWriter.write(connection, "ACTOR", "armenia");
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean() && System.nanoTime() - until < 0) {
            Thread.sleep(20);
        }
        assertTrue(condition.getAsBoolean(), "revisions are not followed any more");
    }
}
