package org.parley.change;

/**
 * The state of the database at a moment.
 *
 * @param revision the revision of the record
 * @param isStandby whether it follows another database
 * @param isReadOnly whether its sessions are read-only, as on a standby or with `default_transaction_read_only`
 * @param mayWrite whether the user of the service has the privilege to write
 */
record DatabaseState(long revision, boolean isStandby, boolean isReadOnly, boolean mayWrite) {

    boolean isWritable() {
        return !isStandby && !isReadOnly && mayWrite;
    }

    /** Returns the mode for operators. */
    String mode() {
        return isStandby ? "standby" : isWritable() ? "primary" : "read-only";
    }
}
