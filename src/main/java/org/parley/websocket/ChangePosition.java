package org.parley.websocket;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.change.Change;
import org.parley.fault.BadUserInputException;

/** A position in the sequence of changes: after a change, or after all changes of a revision. */
record ChangePosition(long revision, int position) implements Comparable<ChangePosition> {

    private static final Comparator<ChangePosition> ORDER = Comparator.comparingLong(ChangePosition::revision)
            .thenComparingInt(ChangePosition::position);
    /** A revision, or the id of a change. */
    private static final Pattern FORMAT = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    static ChangePosition afterRevision(long revision) {
        return new ChangePosition(revision, Integer.MAX_VALUE);
    }

    /** Parses a revision or the id of a change. */
    static ChangePosition of(String given) {
        Matcher matcher = FORMAT.matcher(given);
        if (!matcher.matches()) {
            throw new BadUserInputException("Invalid argument after: '" + given + "' is neither the id of a change nor a revision.");
        }
        long revision = Long.parseLong(matcher.group(1));
        return matcher.group(2) == null ? afterRevision(revision) : new ChangePosition(revision, Integer.parseInt(matcher.group(2)));
    }

    static ChangePosition of(Change change) {
        return new ChangePosition(change.number, change.position);
    }

    /** Returns the primary key of the change, or one after all changes of the revision. */
    long key() {
        return (revision << Integer.SIZE) + position;
    }

    @Override
    public int compareTo(ChangePosition other) {
        return ORDER.compare(this, other);
    }
}
