package org.parley.edit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.change.Readers;
import org.parley.fault.DeclinedException;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;

/**
 * Where changes are made: one at a time, each in a transaction of its own, whole or not at all. Those of one process wait for one another
 * here rather than in the database, where each would hold a connection that readers need.
 */
@ApplicationScoped
class Desk {

    /** How long a change waits for those before it, in the process and then in the database. */
    static final int MOST_SECONDS = 4;
    /** Longer than all its statements may take, so that nothing else ends it. */
    private static final int TRANSACTION_SECONDS = 60;

    private final Edits edits;
    private final Readers readers;
    private final Semaphore turn = new Semaphore(1, true);

    Desk(Edits edits, Readers readers) {
        this.edits = edits;
        this.readers = readers;
    }

    /** Returns when it is written, and no reader gets an answer from before. */
    Done write(Asked asked) {
        InputTexts.check(asked.arguments());
        awaitTurn();
        Done done;
        try {
            done = transact(asked);
        } finally {
            turn.release();
        }
        readers.await();
        return done;
    }

    private void awaitTurn() {
        try {
            if (!turn.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw DeclinedException.ofChangeNow(ErrorCode.UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DeclinedException.ofChangeNow(ErrorCode.UNAVAILABLE);
        }
    }

    private Done transact(Asked asked) {
        AtomicBoolean made = new AtomicBoolean();
        try {
            return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(() -> {
                Done done = edits.make(asked);
                made.set(true);
                return done;
            });
        } catch (NothingToChangeException e) {
            return e.done();
        } catch (RuntimeException e) {
            throw told(asked, e, made.get());
        }
    }

    /** What fails before the commit was not done; of what fails in it nobody here knows. */
    private static RuntimeException told(Asked asked, RuntimeException e, boolean made) {
        if (e instanceof DeclinedException) {
            return e;
        }
        Failure failure = Failure.of(e, asked::mutation);
        if (made) {
            return new DeclinedException(ErrorCode.UNAVAILABLE,
                    "whether this was written is not known: the database was lost while it was being committed. Send it again with the"
                            + " same clientMutationId, which is done once; without one, look first",
                    Map.of("written", "UNKNOWN"));
        }
        return DeclinedException.ofChange(failure);
    }
}
