package org.parley.seed.read;

import java.util.Comparator;
import org.parley.fault.RecordedText;

/** One thing that is wrong with a data set: where, what, and what to write instead. A line of 0 means the file as a whole. */
public record Fault(String file, int line, String path, String message) implements Comparable<Fault> {

    /** Names of files, keys and messages may hold what was written: they reach logs and terminals. */
    public Fault {
        file = RecordedText.printable(file);
        path = RecordedText.printable(path);
        message = RecordedText.printable(message);
    }

    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file).thenComparing(Fault::line)
            .thenComparing(Fault::path).thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return BY_PLACE.compare(this, other);
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
