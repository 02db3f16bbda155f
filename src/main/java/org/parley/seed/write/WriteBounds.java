package org.parley.seed.write;

import java.time.Duration;

/**
 * How long a write may hold up others. The database enforces it, so that it also ends the write of a process that is frozen or cut off;
 * such a process finds its connection closed when it goes on.
 */
public enum WriteBounds {

    /**
     * An edit waits for the lock some seconds, pauses between two statements briefly, and is done within the time of a request. Its
     * statements look up keys and slugs, for which any plan is as good as another: planning them takes longer than running them.
     */
    EDIT("""
            set local lock_timeout = '4s';
            set local idle_in_transaction_session_timeout = '2s';
            set local plan_cache_mode = force_generic_plan;""", "set local transaction_timeout = '10s';", 5, Duration.ofMinutes(10)),

    /** A load waits and takes as long as it must. Bounded are its pauses, and how long it leaves a result untaken. */
    LOAD("""
            set local idle_in_transaction_session_timeout = '15s';
            set local tcp_user_timeout = '15s';""", "", 60, Duration.ofDays(1));

    private static final String LOCK = "lock table public.write_lock in exclusive mode;";
    /** The first version of PostgreSQL that has the setting transaction_timeout. */
    private static final int WITH_TRANSACTION_TIMEOUT = 17;

    private final String beforeLock;
    private final String afterLock;
    private final int retrySeconds;
    private final Duration managed;

    WriteBounds(String beforeLock, String afterLock, int retrySeconds, Duration managed) {
        this.beforeLock = beforeLock;
        this.afterLock = afterLock;
        this.retrySeconds = retrySeconds;
        this.managed = managed;
    }

    /** The statements that begin a write. None of them takes a snapshot: what is read next is of a moment after the lock was had. */
    String begin(int databaseVersion) {
        return beforeLock + LOCK + (databaseVersion < WITH_TRANSACTION_TIMEOUT ? "" : afterLock);
    }

    /** For how many seconds a write that the database gave up is begun again. */
    int retrySeconds() {
        return retrySeconds;
    }

    /** After this time the transaction manager rolls back: longer than the database lets a write take, or than any load takes. */
    Duration managed() {
        return managed;
    }
}
