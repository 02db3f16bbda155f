package org.parley.entry.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/** Runs writes in transactions of their own, one at a time across all replicas. Retries a write that the database aborted. */
@ApplicationScoped
public class WriteTransactions {

    private static final Logger LOG = Logger.getLogger(WriteTransactions.class);
    private static final int MAX_ATTEMPTS = 20;
    private static final int MIN_PAUSE_MILLIS = 10;
    private static final int MAX_PAUSE_MILLIS = 500;

    private final StatelessSession session;

    WriteTransactions(StatelessSession session) {
        this.session = session;
    }

    /**
     * Runs the work and commits. Rethrows the exception of the work after a rollback.
     *
     * @param idempotent whether the work can be run again after a commit with the same result
     * @throws CommitUnknownException if the connection was lost during the commit
     */
    public <T> T run(WriteTimeouts bounds, boolean idempotent, Function<RevisionWriter, T> work) {
        long deadline = System.nanoTime() + Duration.ofSeconds(bounds.retrySeconds()).toNanos();
        for (int attempt = 1;; attempt++) {
            AtomicBoolean committing = new AtomicBoolean();
            try {
                return QuarkusTransaction.requiringNew().timeout((int) bounds.transactionTimeout().toSeconds()).call(() -> {
                    T result = work.apply(RevisionWriter.begin(session, bounds));
                    committing.set(true);
                    return result;
                });
            } catch (RuntimeException e) {
                FailedTransaction outcome = FailedTransaction.of(e, committing.get());
                boolean retry = outcome == FailedTransaction.ROLLED_BACK || outcome == FailedTransaction.UNKNOWN && idempotent;
                if (!retry || attempt == MAX_ATTEMPTS || System.nanoTime() - deadline > 0 || !pause(attempt)) {
                    throw outcome == FailedTransaction.UNKNOWN ? new CommitUnknownException(e) : e;
                }
                LOG.debugf(e, "Write attempt %d failed; retrying", attempt);
            }
        }
    }

    /** Sleeps for a random time that grows with each attempt. Returns false if the thread was interrupted. */
    private static boolean pause(int attempt) {
        int max = Math.min(MAX_PAUSE_MILLIS, MIN_PAUSE_MILLIS << Math.min(attempt, MIN_PAUSE_MILLIS));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(MIN_PAUSE_MILLIS, max + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
