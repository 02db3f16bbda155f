package org.parley.graphql;

import graphql.language.OperationDefinition.Operation;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parley.fault.ErrorCode;
import org.parley.persistence.ReadContext;

/**
 * Limits concurrent expensive operations and concurrent mutations, each separately, so that neither blocks cheap queries. An operation
 * beyond the limit waits in a queue, without a database connection.
 */
final class CapacityLimits {

    enum Kind {
        EXPENSIVE,
        MUTATION
    }

    /** A permit that an operation holds until it is done. */
    interface Lease {

        Lease NONE = () -> {
        };

        void release();
    }

    private final CapacityShare total;
    private final Semaphore queue;
    private final RequestLimits limits;

    CapacityLimits(RequestLimits limits) {
        this.limits = limits;
        this.queue = new Semaphore(limits.waiting());
        this.total = new CapacityShare(limits.expensive(), limits.mutations());
    }

    /**
     * Acquires a permit for an operation. Rejects the operation if the queue is full or no permit is free in time.
     *
     * @param share the permits of the client; null if the operation is not limited
     * @param reads its connection is released while the operation waits
     */
    Lease acquire(Operation operation, long cost, CapacityShare share, ReadContext reads) {
        if (share == null || operation != Operation.MUTATION && cost < limits.expensiveCost()) {
            return Lease.NONE;
        }
        Kind kind = operation == Operation.MUTATION ? Kind.MUTATION : Kind.EXPENSIVE;
        long until = System.nanoTime() + limits.waitingTime().toNanos();
        Semaphore own = share.of(kind);
        if (!acquire(own, until, reads)) {
            throw new DocumentRejectedException(ErrorCode.RATE_LIMITED,
                    "Too many concurrent " + name(kind) + " of this client. Send the next one after a response.");
        }
        Semaphore all = total.of(kind);
        boolean acquired = false;
        try {
            acquired = acquire(all, until, reads);
        } finally {
            if (!acquired) {
                own.release();
            }
        }
        if (!acquired) {
            throw new DocumentRejectedException(ErrorCode.UNAVAILABLE, "Too many concurrent " + name(kind) + ". Retry in a moment.");
        }
        return () -> {
            all.release();
            own.release();
        };
    }

    private static String name(Kind kind) {
        return kind == Kind.MUTATION ? "mutations" : "expensive operations";
    }

    private boolean acquire(Semaphore semaphore, long until, ReadContext reads) {
        if (semaphore.tryAcquire()) {
            return true;
        }
        if (!queue.tryAcquire()) {
            return false;
        }
        try {
            reads.renewSnapshot();
            return semaphore.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            queue.release();
        }
    }
}
