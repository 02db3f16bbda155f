package org.parley.record;

import java.util.Map;

/**
 * The table of a list, with one row per item.
 *
 * @param owner column with the key of the record
 * @param isOrdered whether the column `position` numbers the rows from 1
 * @param constants columns with a fixed value
 * @param identity column that identifies a row within its owner, if other rows refer to it; otherwise null
 * @param number column that numbers the rows of the same identity from 1, if it is not unique; other rows refer to the first. Otherwise
 *        null
 */
public record Table(String name, String owner, boolean isOrdered, Map<String, String> constants, String identity, String number) {

    /** A table with rows in the order of the list. */
    public static Table ordered(String name, String owner) {
        return new Table(name, owner, true, Map.of(), null, null);
    }

    /** A table with unordered rows. */
    public static Table unordered(String name, String owner) {
        return new Table(name, owner, false, Map.of(), null, null);
    }

    /** A table whose rows have primary keys that other rows refer to. A row with the same identity is kept when the record is rewritten. */
    public static Table identified(String name, String owner, String identity) {
        return new Table(name, owner, false, Map.of(), identity, null);
    }

    /** The same, if several items may have one identity. */
    public static Table identified(String name, String owner, String identity, String number) {
        return new Table(name, owner, false, Map.of(), identity, number);
    }

    Table with(String column, String value) {
        return new Table(name, owner, isOrdered, Map.of(column, value), identity, number);
    }
}
