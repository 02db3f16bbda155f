package org.parley.store;

import java.util.Collection;
import org.parley.fault.BudgetExceededException;

/** How much one request may read: rows of results, and bytes of the texts in them. It counts, and refuses what is beyond. */
public final class ReadBudget {

    private static final int BYTES_OF_CHARACTER = 2;

    private final long mostRows;
    private final long mostBytes;
    private long rows;
    private long bytes;

    public ReadBudget(long mostRows, long mostBytes) {
        this.mostRows = mostRows;
        this.mostBytes = mostBytes;
    }

    public long rows() {
        return rows;
    }

    /** One more row was read. */
    void row() {
        rows++;
        check("rows read", rows, mostRows);
    }

    /** A value of a row was read. */
    void value(Object value) {
        if (value instanceof String text) {
            bytes += (long) BYTES_OF_CHARACTER * text.length();
            check("bytes read", bytes, mostBytes);
        } else if (value instanceof Collection<?> values) {
            values.forEach(this::value);
        } else if (value instanceof Object[] values) {
            for (Object each : values) {
                value(each);
            }
        }
    }

    /** Nothing more is read after a limit was passed. */
    void check() {
        check("rows read", rows, mostRows);
        check("bytes read", bytes, mostBytes);
    }

    private static void check(String what, long is, long limit) {
        if (is > limit) {
            throw new BudgetExceededException(what, limit);
        }
    }
}
