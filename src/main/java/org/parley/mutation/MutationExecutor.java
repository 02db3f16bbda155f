package org.parley.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.parley.change.CurrentRevision;
import org.parley.entry.write.CommitUnknownException;
import org.parley.entry.write.WriteTimeouts;
import org.parley.entry.write.WriteTransactions;
import org.parley.fault.ClientError;
import org.parley.fault.ErrorCode;
import org.parley.fault.RequestDeclinedException;

/**
 * Executes mutations one at a time, each in its own transaction. Those of one process wait here rather than in the database, where each
 * would hold a connection that readers need.
 */
@ApplicationScoped
class MutationExecutor {

    private static final Logger LOG = Logger.getLogger(MutationExecutor.class);
    /** The maximum time to wait for other mutations in this process. */
    private static final int MAX_WAIT_SECONDS = 4;

    private final WriteTransactions writes;
    private final MutationTransaction edits;
    private final CurrentRevision current;
    private final Semaphore writeLock = new Semaphore(1, true);

    MutationExecutor(WriteTransactions writes, MutationTransaction edits, CurrentRevision current) {
        this.writes = writes;
        this.edits = edits;
        this.current = current;
    }

    /** Returns after the commit. */
    MutationResult write(MutationCommand command) {
        InputTextCheck.check(command.arguments());
        current.requireWritable();
        acquireLock();
        try {
            return transact(command);
        } finally {
            writeLock.release();
        }
    }

    private void acquireLock() {
        try {
            if (!writeLock.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw RequestDeclinedException.retryable(ErrorCode.UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RequestDeclinedException.retryable(ErrorCode.UNAVAILABLE);
        }
    }

    private MutationResult transact(MutationCommand command) {
        try {
            return writes.run(WriteTimeouts.EDIT, command.clientMutationId() != null, writing -> edits.make(command, writing));
        } catch (RequestDeclinedException e) {
            throw e;
        } catch (CommitUnknownException e) {
            LOG.warnf("%s: %s", command.mutation(), e.getMessage());
            throw new RequestDeclinedException(ErrorCode.UNAVAILABLE,
                    "The database connection was lost during the commit, so it is not known whether this was written. With a"
                            + " clientMutationId, send it again unchanged; it is executed once. Without one, read the record first.",
                    Map.of("written", "UNKNOWN"));
        } catch (RuntimeException e) {
            if (ClientError.isReadOnly(e)) {
                if (ClientError.hasState(e, ClientError.READ_ONLY_TRANSACTION)) {
                    current.reportWriteFailure();
                }
                throw RequestDeclinedException.readOnly();
            }
            throw RequestDeclinedException.ofMutation(ClientError.of(e, command::mutation));
        }
    }
}
