package org.parley.seed.read;

import java.nio.file.Path;
import org.parley.fault.RecordedText;

/** A file or folder that was named and cannot be used. The message is one line: which, why, and what to name instead. */
public class UnusablePathException extends RuntimeException {

    public UnusablePathException(Path path, String message) {
        this(path.toString(), message);
    }

    public UnusablePathException(String path, String message) {
        super(RecordedText.printable("'" + path + "' " + message));
    }
}
