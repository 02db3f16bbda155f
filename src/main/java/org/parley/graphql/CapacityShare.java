package org.parley.graphql;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Permits for expensive operations and for mutations, of one client or of all clients. Also counts the bytes of a client's responses. */
public final class CapacityShare {

    private final Semaphore expensive;
    private final Semaphore mutations;
    private final AtomicLong responseBytes = new AtomicLong();

    public CapacityShare(int expensive, int mutations) {
        this.expensive = new Semaphore(expensive, true);
        this.mutations = new Semaphore(mutations, true);
    }

    /** Returns the bytes that the client's responses hold in memory. */
    AtomicLong responseBytes() {
        return responseBytes;
    }

    Semaphore of(CapacityLimits.Kind kind) {
        return kind == CapacityLimits.Kind.MUTATION ? mutations : expensive;
    }
}
