package org.parley.paging;

import org.parley.fault.BadUserInputException;

/** Which page of a list is wanted: how many items, from which end, between which cursors. */
public record PageRequest(int size, boolean backwards, Cursor after, Cursor before) {

    public static final int DEFAULT_SIZE = 20;
    public static final int MOST = 100;

    /** Reads the Relay arguments for the named list; what cannot be is refused with what to send instead. */
    public static PageRequest of(String list, Integer first, String after, Integer last, String before) {
        if (first != null && last != null) {
            throw new BadUserInputException("first and last cannot go together: send first to page forwards, last to page backwards");
        }
        int size = last != null ? size("last", last) : first != null ? size("first", first) : DEFAULT_SIZE;
        return new PageRequest(size, last != null, after == null ? null : Cursor.decode("after", after, list),
                before == null ? null : Cursor.decode("before", before, list));
    }

    private static int size(String argument, int size) {
        if (size < 1 || size > MOST) {
            throw new BadUserInputException(argument + " is " + size + "; send 1 to " + MOST + ", or leave it out for " + DEFAULT_SIZE);
        }
        return size;
    }
}
