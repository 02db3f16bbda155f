package org.parley.graphql;

import java.util.concurrent.Semaphore;

/** Capacity for expensive operations and for mutations: one client's share, or that of all together. */
public final class WorkShare {

    private final Semaphore expensive;
    private final Semaphore writing;

    public WorkShare(int expensive, int writing) {
        this.expensive = new Semaphore(expensive, true);
        this.writing = new Semaphore(writing, true);
    }

    Semaphore of(WorkLimits.Kind kind) {
        return kind == WorkLimits.Kind.WRITING ? writing : expensive;
    }
}
