package org.parley.dataset;

/** A YAML document cannot be parsed any further; has the line. */
final class YamlException extends RuntimeException {

    private final int line;

    YamlException(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
