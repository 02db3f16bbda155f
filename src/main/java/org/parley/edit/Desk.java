package org.parley.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.parley.change.CurrentRevision;
import org.parley.fault.DeclinedException;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;
import org.parley.seed.write.CommitUnknownException;
import org.parley.seed.write.WriteBounds;
import org.parley.seed.write.WriteTransactions;

/**
 * Where changes are made: one at a time, each in a transaction of its own, whole or not at all. Those of one process wait for one another
 * here rather than in the database, where each would hold a connection that readers need.
 */
@ApplicationScoped
class Desk {

    private static final Logger LOG = Logger.getLogger(Desk.class);
    /** How long a change waits for those before it in this process. */
    private static final int MOST_SECONDS = 4;

    private final WriteTransactions writes;
    private final Edits edits;
    private final CurrentRevision current;
    private final Semaphore turn = new Semaphore(1, true);

    Desk(WriteTransactions writes, Edits edits, CurrentRevision current) {
        this.writes = writes;
        this.edits = edits;
        this.current = current;
    }

    /** Returns when it is written. */
    Done write(Asked asked) {
        InputTexts.check(asked.arguments());
        current.requireWritable();
        awaitTurn();
        try {
            return transact(asked);
        } finally {
            turn.release();
        }
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
        try {
            return writes.run(WriteBounds.EDIT, asked.clientMutationId() != null, writing -> edits.make(asked, writing));
        } catch (DeclinedException e) {
            throw e;
        } catch (CommitUnknownException e) {
            LOG.warnf("%s: %s", asked.mutation(), e.getMessage());
            throw new DeclinedException(ErrorCode.UNAVAILABLE,
                    "whether this was written is not known: the database was lost while it was being committed. Send it again with the"
                            + " same clientMutationId, which is done once; without one, look first",
                    Map.of("written", "UNKNOWN"));
        } catch (RuntimeException e) {
            if (Failure.isReadOnly(e)) {
                if (Failure.hasState(e, Failure.READ_ONLY_TRANSACTION)) {
                    current.doubt();
                }
                throw DeclinedException.readOnly();
            }
            throw DeclinedException.ofChange(Failure.of(e, asked::mutation));
        }
    }
}
