package org.parley.seed.read;

/** A document of YAML that cannot be read on, with the line. */
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
