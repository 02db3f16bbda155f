package org.parley.stats;

import java.util.List;
import org.parley.record.Kind;

/**
 * What records are counted by, as SQL. `e` is a selected record, `c` a row of records with the same values, `g` a group, and `#` the number
 * of the dimension in the statistic.
 *
 * @param read the columns of the records that it reads
 * @param attended a query (id, actor_id, for_id, certain) of the actors named, if the values are actors; else empty
 * @param with the common table expressions down to `link#` (id, key, certain), if a record can have several values; else empty
 * @param columns the columns of `c`
 * @param counted a common table expression of the periods that are counted, if the values are periods; else empty
 * @param possible the join that adds a row for each possible value; empty if the best reading is the only one
 * @param value the value of such a row
 * @param isBest whether it is the best reading
 * @param isCertain whether every reading is this one
 * @param best the value of the best reading
 * @param sort the text by which groups are sorted
 * @param kind the kind of the records whose keys are the values; null if they are no records
 * @param pairing the condition that pairs a row of `link#` with a value of another dimension; empty if the two are independent
 */
record Dimension(
        List<String> read,
        String attended,
        String with,
        List<String> columns,
        String counted,
        String possible,
        String value,
        String isBest,
        String isCertain,
        String best,
        String sort,
        Kind kind,
        String pairing) {

    private static final String KEY = "c.key#";

    /** The values of a column, of which each record has at most one. */
    static Dimension column(String read, String column, Kind kind) {
        return new Dimension(List.of(read), "", "", List.of("e." + column + " as key#"), "", "", KEY, "true", "true", KEY, sort(kind), kind,
                "");
    }

    /** The values of rows that refer to the record. */
    static Dimension linked(List<String> read, String attended, String with, Kind kind) {
        List<String> columns = List.of("link#.key as key#", "coalesce(link#.certain, true) as certain#");
        return new Dimension(read, attended, with, columns, "", "", KEY, "true", "c.certain#", KEY, sort(kind), kind, "");
    }

    /** The same dimension with other values, which are paired with those of another dimension. */
    Dimension paired(String values, String condition) {
        return new Dimension(read, attended, values, columns, counted, possible, value, isBest, isCertain, best, sort, kind, condition);
    }

    private static String sort(Kind kind) {
        return kind == null ? "coalesce(g.key#, '~')" : "coalesce(t#.slug, '~')";
    }

    boolean isLinked() {
        return !with.isEmpty();
    }
}
