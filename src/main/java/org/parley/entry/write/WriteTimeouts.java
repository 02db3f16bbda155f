package org.parley.entry.write;

import java.time.Duration;

/** Timeouts of a write. The database enforces them, so they also end the write of a process that is frozen or disconnected. */
public enum WriteTimeouts {

    /**
     * An edit: waits some seconds for the lock, pauses briefly between statements, and ends within the time of a request. Uses generic
     * plans: its statements look up keys and slugs, and planning takes longer than execution.
     */
    EDIT("""
            set local lock_timeout = '4s';
            set local idle_in_transaction_session_timeout = '2s';
            set local plan_cache_mode = force_generic_plan;""", "set local transaction_timeout = '10s';", 5, Duration.ofMinutes(10)),

    /** A load: no limit for the lock and the transaction. Only pauses and unacknowledged data are limited. */
    LOAD("""
            set local idle_in_transaction_session_timeout = '15s';
            set local tcp_user_timeout = '15s';""", "", 60, Duration.ofDays(1));

    private static final String LOCK = "lock table public.write_lock in exclusive mode;";
    /** The first version of PostgreSQL with the setting transaction_timeout. */
    private static final int TRANSACTION_TIMEOUT_VERSION = 17;

    private final String beforeLock;
    private final String afterLock;
    private final int retrySeconds;
    private final Duration transactionTimeout;

    WriteTimeouts(String beforeLock, String afterLock, int retrySeconds, Duration transactionTimeout) {
        this.beforeLock = beforeLock;
        this.afterLock = afterLock;
        this.retrySeconds = retrySeconds;
        this.transactionTimeout = transactionTimeout;
    }

    /**
     * Returns the statements that begin a write. None of them takes a snapshot, so the first query after them sees the state after the lock
     * was acquired.
     */
    String begin(int databaseVersion) {
        return beforeLock + LOCK + (databaseVersion < TRANSACTION_TIMEOUT_VERSION ? "" : afterLock);
    }

    /** Returns for how many seconds an aborted write is retried. */
    int retrySeconds() {
        return retrySeconds;
    }

    /** Returns the timeout of the transaction manager, which is longer than any write takes. */
    Duration transactionTimeout() {
        return transactionTimeout;
    }
}
