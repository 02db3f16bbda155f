package org.parley.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.paging.Cursor;

/**
 * A list of records in a unique order: by sort keys, then by slug. It is read in pages, for the root or for many parents at once.
 *
 * @param type the entity
 * @param name the name of the list in its cursors; lists of the same name share their order
 * @param from tables and joins, as they follow `from`; the table of the records has the alias `e`
 * @param parent the condition that links a row to its parent `k.id`; null for a list without parents
 * @param keys the sort keys
 * @param slug the slug column, in one index with the keys
 * @param keyOf returns the cursor of a record
 * @param descending whether the greatest key comes first
 */
public record ListQuery<T>(
        Class<T> type,
        String name,
        String from,
        String parent,
        List<Key> keys,
        String slug,
        Function<T, Cursor> keyOf,
        boolean descending) {

    private static final String JOIN = " join ";
    private static final String ON = " e on e.id = r.record_id";

    /**
     * A sort key.
     *
     * @param sql a column or an expression
     * @param ofText the SQL that converts the text `%s` of a cursor: `cast(%s as date)`
     */
    public record Key(String sql, String ofText) {

        /** Returns a key that is a date. */
        public static Key day(String sql) {
            return new Key(sql, "cast(%s as date)");
        }

        /** Returns a text key, compared as it is stored. */
        public static Key text(String sql) {
            return new Key(sql, "%s");
        }

        /** Returns a whole number. */
        public static Key number(String sql) {
            return new Key(sql, "cast(%s as bigint)");
        }

        /** Returns a whole number of which the greatest comes first. The cursor contains the number itself. */
        public static Key greatestFirst(String sql) {
            return new Key("-" + sql, "-cast(%s as bigint)");
        }

        /** Returns a text key that ignores case and accents. The cursor contains the original text. */
        public static Key plain(String column) {
            return new Key("plain(" + column + ")", "plain(%s)");
        }
    }

    /** Creates a list with one key, of records with the column `slug`. */
    public ListQuery(Class<T> type, String name, String from, Key key, Function<T, Cursor> keyOf, boolean descending) {
        this(type, name, from, null, List.of(key), "e.slug", keyOf, descending);
    }

    /** Joins the table of the records to rows that refer to them by `record_id`. */
    public static String linked(String links, String table) {
        return links + JOIN + table + ON;
    }

    /** Returns the tables to count. Without conditions on the records, the rows that refer to them suffice. */
    String counted(boolean filtered) {
        return filtered || !from.endsWith(ON) ? from : from.substring(0, from.indexOf(JOIN));
    }

    /** Returns the `order by` terms of a page. */
    String order(boolean backwards) {
        return parts().stream().map(part -> part + direction(backwards)).collect(Collectors.joining(", "));
    }

    /** Returns columns that preserve the order of a page outside its subquery. */
    String orderColumns() {
        List<String> parts = parts();
        return IntStream.range(0, parts.size()).mapToObj(i -> parts.get(i) + " as order_" + i).collect(Collectors.joining(", "));
    }

    /** Returns the `order by` terms for these columns of `e`. */
    String outerOrder(boolean backwards) {
        return IntStream.range(0, parts().size()).mapToObj(i -> "e.order_" + i + direction(backwards)).collect(Collectors.joining(", "));
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>(keys.stream().map(Key::sql).toList());
        parts.add(slug);
        return parts;
    }

    private String direction(boolean backwards) {
        return descending != backwards ? " desc" : " asc";
    }

    /** Returns the condition for rows after (or before) a cursor. Its parts are the parameters of that name, numbered. */
    String beyond(String cursor, boolean after) {
        String values = IntStream.range(0, keys.size()).mapToObj(i -> String.format(Locale.ROOT, keys.get(i).ofText(), ":" + cursor + i))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "(%s) %s (%s, :%s)", String.join(", ", parts()), descending == after ? "<" : ">", values,
                cursor + keys.size());
    }
}
