package org.parley.change;

/**
 * What the database says of itself at one moment.
 *
 * @param revision the record's revision
 * @param isStandby whether it follows another database
 * @param isReadOnly whether its sessions may not write, as on a standby or with `default_transaction_read_only`
 * @param mayWrite whether the service's user has the right to
 */
record DatabaseState(long revision, boolean isStandby, boolean isReadOnly, boolean mayWrite) {

    boolean isWritable() {
        return !isStandby && !isReadOnly && mayWrite;
    }

    /** In one word, for whoever looks after the service. */
    String mode() {
        return isStandby ? "standby" : isWritable() ? "primary" : "read-only";
    }
}
