package org.parley.paging;

import org.parley.fault.BadUserInputException;

/** A request for a page: its size, its direction, and the cursors that delimit it. */
public record PageRequest(int size, boolean backwards, Cursor after, Cursor before) {

    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 100;

    /** Checks the Relay arguments for a list. Throws a BadUserInputException if they are invalid. */
    public static PageRequest of(String list, Integer first, String after, Integer last, String before) {
        if (first != null && last != null) {
            throw new BadUserInputException("first and last cannot be combined; send first to page forward or last to page backward");
        }
        int size = last != null ? size("last", last) : first != null ? size("first", first) : DEFAULT_SIZE;
        return new PageRequest(size, last != null, after == null ? null : Cursor.decode("after", after, list),
                before == null ? null : Cursor.decode("before", before, list));
    }

    private static int size(String argument, int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new BadUserInputException(argument + " is " + size + "; send 1 to " + MAX_SIZE + ", or omit it for " + DEFAULT_SIZE);
        }
        return size;
    }
}
