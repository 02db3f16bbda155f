package org.parley.graphql;

import graphql.language.OperationDefinition.Operation;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parley.fault.ErrorCode;
import org.parley.store.Reading;

/**
 * Separate capacity for expensive operations and for mutations, so that neither keeps cheap queries waiting for threads, connections or the
 * database. What finds no capacity waits for it a while, without a connection.
 */
final class WorkLimits {

    enum Kind {
        EXPENSIVE,
        WRITING
    }

    /** Capacity that an operation holds until it is done. */
    interface Lease {

        Lease NONE = () -> {
        };

        void release();
    }

    private final WorkShare together;
    private final Semaphore waiting;
    private final Limits limits;

    WorkLimits(Limits limits) {
        this.limits = limits;
        this.waiting = new Semaphore(limits.waiting());
        this.together = new WorkShare(limits.expensive(), limits.writing());
    }

    /**
     * Takes capacity for an operation; refused where none is free in time.
     *
     * @param share the client's; null where none is to be counted
     */
    Lease take(Operation operation, long cost, WorkShare share) {
        if (share == null || operation != Operation.MUTATION && cost < limits.expensiveCost()) {
            return Lease.NONE;
        }
        Kind kind = operation == Operation.MUTATION ? Kind.WRITING : Kind.EXPENSIVE;
        long until = System.nanoTime() + limits.waitingTime().toNanos();
        Semaphore own = share.of(kind);
        if (!acquire(own, until)) {
            throw new RefusedDocumentException(ErrorCode.RATE_LIMITED,
                    "too many " + name(kind) + " of this client at once; send the next one after a response");
        }
        Semaphore all = together.of(kind);
        boolean taken = false;
        try {
            taken = acquire(all, until);
        } finally {
            if (!taken) {
                own.release();
            }
        }
        if (!taken) {
            throw new RefusedDocumentException(ErrorCode.UNAVAILABLE, "too many " + name(kind) + " at once; try again in a moment");
        }
        return () -> {
            all.release();
            own.release();
        };
    }

    private static String name(Kind kind) {
        return kind == Kind.WRITING ? "mutations" : "expensive operations";
    }

    private boolean acquire(Semaphore semaphore, long until) {
        if (semaphore.tryAcquire()) {
            return true;
        }
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            Reading.renew();
            return semaphore.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }
}
