package org.parley.dataset;

import java.nio.file.Path;
import org.parley.fault.TextRules;

/** A path of a command cannot be used. The message is one line: the path, the reason, and what to name instead. */
public class InvalidPathArgumentException extends RuntimeException {

    public InvalidPathArgumentException(Path path, String message) {
        this(path.toString(), message);
    }

    public InvalidPathArgumentException(String path, String message) {
        super(TextRules.printable("'" + path + "' " + message));
    }
}
