package org.parley.graphql;

import java.util.List;

/** Thrown instead of a list with invalid items. Each of these becomes null with its own error. */
public final class PartialListException extends RuntimeException {

    private final transient List<?> items;

    /** @param items the list, with an exception in place of each invalid item */
    public PartialListException(List<?> items) {
        this.items = items;
    }

    List<?> items() {
        return items;
    }
}
