package org.parley.store;

import java.util.Locale;
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
 * @param keyValue the SQL that converts the text of a cursor, `%s`, to a key: `cast(%s as date)`
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
        String keyValue,
        Function<T, Cursor> keyOf,
        boolean descending) {

    /** The order in which a page is read, from this end or the other. */
    String order(boolean backwards) {
        return order(key, slug, backwards);
    }

    /** The same of the rows that were read, which are all of the table `e`. */
    String orderRead(boolean backwards) {
        return order(ofRecord(key), ofRecord(slug), backwards);
    }

    private String order(String first, String second, boolean backwards) {
        String direction = descending != backwards ? " desc" : " asc";
        return first + direction + ", " + second + direction;
    }

    private static String ofRecord(String column) {
        return "e" + column.substring(column.indexOf('.'));
    }

    /** The rows behind (or before) the cursor whose key and slug are the parameters of that name. */
    String beyond(String cursor, boolean after) {
        return String.format(Locale.ROOT, "(%s, %s) %s (%s, :%sSlug)", key, slug, descending == after ? "<" : ">",
                String.format(Locale.ROOT, keyValue, ":" + cursor + "Key"), cursor);
    }
}
