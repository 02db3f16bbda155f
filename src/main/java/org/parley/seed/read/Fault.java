package org.parley.seed.read;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.parley.fault.RecordedText;

/** One thing that is wrong with a data set: where, what, and what to write instead. A line of 0 means the file as a whole. */
public record Fault(String file, int line, String path, String message) implements Comparable<Fault> {

    /** A message may quote what was written: it reaches logs and terminals. */
    public Fault {
        message = RecordedText.printable(message);
    }

    private static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file).thenComparing(Fault::line)
            .thenComparing(Fault::path).thenComparing(Fault::message);

    /** What would move the cursor of a terminal, or begin a line that is none. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    @Override
    public int compareTo(Fault other) {
        return BY_PLACE.compare(this, other);
    }

    @Override
    public String toString() {
        String text = file + (line == 0 ? "" : ":" + line) + ": " + (path.isEmpty() ? "" : path + ": ") + message;
        return CONTROL.matcher(text).replaceAll("\ufffd");
    }
}
