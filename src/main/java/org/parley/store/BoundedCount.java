package org.parley.store;

import org.parley.paging.Connection;

/**
 * Counts the rows of a query up to one more than {@link Connection#MOST_COUNTED}, so that a count costs no more the larger the record is.
 */
public final class BoundedCount {

    private BoundedCount() {
    }

    /** The query that counts the rows of `from`, which is what stands behind `from` in a query: tables and conditions. */
    public static String of(String from) {
        return "select count(*) as number from (select from " + from + " limit " + (Connection.MOST_COUNTED + 1) + ") counted";
    }
}
