package org.parley.exchange.map;

/** A person has to judge whether a foreign record is a known one. */
final class UndecidedException extends RuntimeException {

    UndecidedException() {
        super(null, null, false, false);
    }
}
