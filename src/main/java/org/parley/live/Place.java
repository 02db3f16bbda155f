package org.parley.live;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.change.Change;
import org.parley.fault.BadUserInputException;

/** Where somebody stands in the changes: behind a change of a revision, or behind all of a revision. */
record Place(long revision, int position) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::revision).thenComparingInt(Place::position);
    /** A revision, or a change as its id names it. */
    private static final Pattern NAME = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    static Place behind(long revision) {
        return new Place(revision, Integer.MAX_VALUE);
    }

    /** Behind a revision, or the change of that id. */
    static Place of(String given) {
        Matcher name = NAME.matcher(given);
        if (!name.matches()) {
            throw new BadUserInputException("after: '" + given + "' is no change; send the id of one, or a revision");
        }
        long revision = Long.parseLong(name.group(1));
        return name.group(2) == null ? behind(revision) : new Place(revision, Integer.parseInt(name.group(2)));
    }

    static Place of(Change change) {
        return new Place(change.number, change.position);
    }

    /** The change's key in its table, or one behind all of the revision. */
    long key() {
        return (revision << Integer.SIZE) + position;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
