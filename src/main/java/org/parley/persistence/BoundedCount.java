package org.parley.persistence;

import org.parley.paging.Connection;

/** Counts the rows of a query up to one more than {@link Connection#MAX_COUNT}, so that counting stays cheap for large data. */
public final class BoundedCount {

    private BoundedCount() {
    }

    /**
     * Returns the query that counts rows.
     *
     * @param from the query's tables and conditions, as they follow `from`
     */
    public static String of(String from) {
        return "select count(*) as number from (select from " + from + " limit " + (Connection.MAX_COUNT + 1) + ") counted";
    }
}
