package org.parley.exchange.read;

/** A foreign file cannot be read. The message says what is wrong and what to change. */
public final class ForeignFileException extends RuntimeException {

    private final int line;

    /** Creates the exception; line 0 means the whole file. */
    public ForeignFileException(int line, String message) {
        super(message);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
