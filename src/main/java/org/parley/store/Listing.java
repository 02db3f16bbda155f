package org.parley.store;

import java.util.function.Function;
import org.parley.paging.Cursor;

/**
 * A list of records in an order that is unique: by a sort key, then by slug. It is read in pages, for the root or for each of many parents
 * at once.
 *
 * @param type the entity
 * @param name the list's name in its cursors: lists of the same name share their order
 * @param from what stands behind `from`; the record's table has the alias `e`
 * @param parent the condition that ties a row to its parent `k.id`; null for a list without parents
 * @param key the column of the sort key
 * @param slug the column of the slug, beside the key in one index
 * @param keyType the SQL type of the key
 * @param keyOf reads the key off a record, as the cursor writes it
 * @param descending from the greatest key down
 */
public record Listing<T>(
        Class<T> type,
        String name,
        String from,
        String parent,
        String key,
        String slug,
        String keyType,
        Function<T, Cursor> keyOf,
        boolean descending) {

    String order(boolean backwards) {
        String direction = descending != backwards ? " desc" : " asc";
        return key + direction + ", " + slug + direction;
    }

    /** The rows behind (or before) the cursor whose key and slug are the parameters of that name. */
    String beyond(String cursor, boolean after) {
        return "(%s, %s) %s (cast(:%sKey as %s), :%sSlug)".formatted(key, slug, descending == after ? "<" : ">", cursor, keyType, cursor);
    }
}
