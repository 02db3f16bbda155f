package org.parley.edit;

/** The record says already what it was to say: the transaction is to be given up, and the record stands as it was. */
final class NothingToChangeException extends RuntimeException {

    private final transient Done done;

    NothingToChangeException(Done done) {
        super("nothing to change", null, false, false);
        this.done = done;
    }

    Done done() {
        return done;
    }
}
