package org.parley.entry;

import java.util.Comparator;
import org.parley.fault.TextRules;

/**
 * An error in a data set.
 *
 * @param line starts at 1; 0 means the whole file
 * @param message what is wrong, and what to write instead
 */
public record Fault(String file, int line, String path, String message) implements Comparable<Fault> {

    /** Escapes control characters: names and messages may contain input, and are written to logs and terminals. */
    public Fault {
        file = TextRules.printable(file);
        path = TextRules.printable(path);
        message = TextRules.printable(message);
    }

    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::file).thenComparing(Fault::line).thenComparing(Fault::path)
            .thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
