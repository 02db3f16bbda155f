package org.parley.graphql;

import java.util.List;

/** Thrown in place of a list of which some items are refused. Each of these is shown as null, with its own error. */
public final class PartialListException extends RuntimeException {

    private final transient List<?> items;

    /** @param items the list, with an exception in the place of each item that is refused */
    public PartialListException(List<?> items) {
        this.items = items;
    }

    List<?> items() {
        return items;
    }
}
