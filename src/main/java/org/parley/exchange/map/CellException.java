package org.parley.exchange.map;

/** A value of a row cannot be converted. The message says what to correct. */
final class CellException extends RuntimeException {

    CellException(String message) {
        super(message);
    }
}
