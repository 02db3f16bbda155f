package org.parley.seed.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Runs writes, of all replicas one after the other, each in a transaction of its own. A write that the database gave up, without a fault of
 * the write's, is begun again.
 */
@ApplicationScoped
public class WriteTransactions {

    private static final Logger LOG = Logger.getLogger(WriteTransactions.class);
    private static final int MOST_ATTEMPTS = 20;
    private static final int LEAST_PAUSE_MILLIS = 10;
    private static final int MOST_PAUSE_MILLIS = 500;

    private final StatelessSession session;

    WriteTransactions(StatelessSession session) {
        this.session = session;
    }

    /**
     * Runs the work and commits. Throws what the work throws, after a rollback, and a CommitUnknownException where the commit was lost.
     *
     * @param idempotent whether the work, run again after it was committed, finds that and gives the same result
     */
    public <T> T run(WriteBounds bounds, boolean idempotent, Function<Writing, T> work) {
        long until = System.nanoTime() + Duration.ofSeconds(bounds.retrySeconds()).toNanos();
        for (int attempt = 1;; attempt++) {
            AtomicBoolean committing = new AtomicBoolean();
            try {
                return QuarkusTransaction.requiringNew().timeout((int) bounds.managed().toSeconds()).call(() -> {
                    T result = work.apply(Writing.begin(session, bounds));
                    committing.set(true);
                    return result;
                });
            } catch (RuntimeException e) {
                GivenUp why = GivenUp.of(e, committing.get());
                boolean again = why == GivenUp.ROLLED_BACK || why == GivenUp.UNKNOWN && idempotent;
                if (!again || attempt == MOST_ATTEMPTS || System.nanoTime() - until > 0 || !pause(attempt)) {
                    throw why == GivenUp.UNKNOWN ? new CommitUnknownException(e) : e;
                }
                LOG.debugf(e, "attempt %d to write failed; it is begun again", attempt);
            }
        }
    }

    /** Longer from attempt to attempt, and not the same for all. False where this thread is to end. */
    private static boolean pause(int attempt) {
        int most = Math.min(MOST_PAUSE_MILLIS, LEAST_PAUSE_MILLIS << Math.min(attempt, LEAST_PAUSE_MILLIS));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LEAST_PAUSE_MILLIS, most + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
