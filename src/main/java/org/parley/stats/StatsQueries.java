package org.parley.stats;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.agreement.AgreementFilter;
import org.parley.agreement.AgreementQueries;
import org.parley.event.EventFilter;
import org.parley.event.EventQueries;
import org.parley.meeting.MeetingFilter;
import org.parley.meeting.MeetingQueries;
import org.parley.meeting.Presence;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.record.Kind;
import org.parley.statement.PositionFilter;
import org.parley.statement.PositionQueries;
import org.parley.statement.StatementFilter;
import org.parley.statement.StatementQueries;

/** SQL queries for grouped counts. */
@ApplicationScoped
public class StatsQueries {

    /** `counted`: the number of records with the same values, before each date is replaced by the periods in which it may lie. */
    private static final String GROUPS = """
            , counted as (
                select %1$s, %2$s as sure, count(*) as records from selected e %3$s group by %4$s
            )%5$s, groups as (
                select %6$s, coalesce(sum(c.records) filter (where %7$s), 0) as count,
                    coalesce(sum(c.records) filter (where %7$s and c.sure and %8$s), 0) as certain, sum(c.records) as possible
                from counted c %9$s group by %10$s
            )""";

    private static final String PAGE = """
            , named as (
                select g.count, g.certain, g.possible, %1$s, %2$s as number from groups g %3$s
            )
            select t.groups, n.* from (select count(*) as groups from groups) t
            left join (select * from named n where %4$s order by %5$s limit %6$d) n on true order by %5$s""";

    private static final String VALUE = "([a-zA-Z0-9_~-]+)";
    private static final int FIXED = 4;

    private final Store store;

    StatsQueries(Store store) {
        this.store = store;
    }

    /** Returns the conditions of the filter. */
    static WhereClause where(StatsSelection selection) {
        return switch (selection.kind()) {
            case MEETING -> MeetingQueries.where((MeetingFilter) selection.filter());
            case STATEMENT -> StatementQueries.where((StatementFilter) selection.filter());
            case AGREEMENT -> AgreementQueries.where((AgreementFilter) selection.filter());
            case EVENT -> EventQueries.where((EventFilter) selection.filter());
            case POSITION -> PositionQueries.where((PositionFilter) selection.filter());
            default -> throw new IllegalArgumentException(selection.kind().name());
        };
    }

    static List<Dimension> dimensions(StatsSelection selection) {
        return PairedDimensions.of(selection.by());
    }

    /** Joins a part of each dimension, with its number. */
    static String joined(List<Dimension> dimensions, String separator, BiFunction<Dimension, Integer, String> part) {
        return IntStream.rangeClosed(1, dimensions.size())
                .mapToObj(i -> part.apply(dimensions.get(i - 1), i).replace("#", String.valueOf(i))).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(separator));
    }

    /** Returns the expressions `selected`, the records that match, and `link#` of each dimension with several values. */
    static String selected(StatsSelection selection, List<Dimension> dimensions, WhereClause where, List<String> columns) {
        Set<String> read = new LinkedHashSet<>(columns);
        dimensions.forEach(dimension -> read.addAll(dimension.read()));
        String attended = joined(dimensions, "", (by, i) -> by.attended().isEmpty() ? "" : ", attended# as materialized (" + by.attended()
                + "), named# as materialized (select distinct a.actor_id, a.for_id from attended# a)");
        String actors = joined(dimensions, " union ",
                (by, i) -> by.attended().isEmpty() ? "" : "select n.actor_id from named# n union select n.for_id from named# n");
        return "with recursive selected as (select " + String.join(", ", read) + " from " + selection.kind().word() + " e where "
                + where.sql() + ")" + attended + (actors.isEmpty() ? "" : ", " + Presence.standing(actors))
                + joined(dimensions, "", (by, i) -> by.isLinked() ? ", " + by.with() : "");
    }

    static String links(List<Dimension> dimensions) {
        String join = "left join link# on link#.id = e.id";
        return joined(dimensions, " ", (by, i) -> by.isLinked() && by.pairing().isEmpty() ? join : "") + " "
                + joined(dimensions, " ", (by, i) -> by.pairing().isEmpty() ? "" : join + by.pairing());
    }

    static String columns(List<Dimension> dimensions) {
        return joined(dimensions, ", ", (by, i) -> String.join(", ", by.columns()));
    }

    private static String groups(StatsSelection selection, List<Dimension> by, WhereClause where) {
        boolean mayBeAlleged = selection.kind() == Kind.EVENT;
        int columns = by.stream().mapToInt(dimension -> dimension.columns().size()).sum() + 1;
        return selected(selection, by, where, mayBeAlleged ? List.of("e.id", "e.alleged") : List.of("e.id")) + String.format(Locale.ROOT,
                GROUPS, columns(by), mayBeAlleged ? "not e.alleged" : "true", links(by), ordinals(columns),
                joined(by, "", (dimension, i) -> dimension.counted().isEmpty() ? "" : ", " + dimension.counted()),
                joined(by, ", ", (dimension, i) -> dimension.value() + " as key#"),
                joined(by, " and ", (dimension, i) -> dimension.isBest()), joined(by, " and ", (dimension, i) -> dimension.isCertain()),
                joined(by, " ", (dimension, i) -> dimension.possible()), ordinals(by.size()));
    }

    private static String ordinals(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Returns a page of the groups. Their number is in the same statement. */
    StatsConnection page(StatsSelection selection, StatsOrder order, PageRequest request) {
        WhereClause where = where(selection);
        List<Dimension> by = dimensions(selection);
        boolean keysDescend = order == StatsOrder.KEY_DESC;
        boolean descending = keysDescend != request.backwards();
        String values = joined(by, ", ", (dimension, i) -> "n.sort#");
        String behind = behind(where, "after", request.after(), values, keysDescend, by.size()) + " and "
                + behind(where, "before", request.before(), values, !keysDescend, by.size());
        String sorted = ("n.number, " + values).replace(",", descending ? " desc," : ",") + (descending ? " desc" : "");
        String sql = groups(selection, by, where) + String.format(Locale.ROOT, PAGE,
                joined(by, ", ",
                        (dimension, i) -> "cast(g.key# as text) as key#, "
                                + dimension.sort() + " collate \"C\" as sort#, " + label(dimension.kind()) + " as label#"),
                order == StatsOrder.COUNT_DESC ? "-g.count" : "0",
                joined(by, " ",
                        (dimension, i) -> dimension.kind() == null ? "" : "left join " + dimension.kind().word() + " t# on t#.id = g.key#"),
                behind, sorted, request.size() + 1);
        List<Object[]> rows = store.rows(sql, where);
        int groups = ((Number) rows.get(0)[0]).intValue();
        Slice<Object[]> slice = Slice.of(rows.stream().filter(row -> row[1] != null).toList(), request);
        List<StatsEdge> edges = slice.rows().stream().map(row -> edge(selection, by, order, row)).toList();
        return new StatsConnection(edges, slice.info(edges), groups, () -> records(selection));
    }

    private static String label(Kind kind) {
        if (kind == null) {
            return "null";
        }
        return switch (kind) {
            case SOURCE -> "t#.title";
            case STATEMENT -> "left(t#.summary, 100)";
            default -> "t#.name";
        };
    }

    /** Returns the condition for the groups on one side of a cursor. */
    private static String behind(WhereClause where, String name, Cursor cursor, String values, boolean descending, int dimensions) {
        if (cursor == null) {
            return "true";
        }
        Matcher place = cursor.place(name,
                Pattern.compile("(-?\\d{1,9})\n" + IntStream.range(0, dimensions).mapToObj(i -> VALUE).collect(Collectors.joining("/"))));
        IntStream.rangeClosed(0, dimensions).forEach(i -> where.with(name + i, place.group(i + 1)));
        String texts = IntStream.rangeClosed(1, dimensions).mapToObj(i -> ":" + name + i).collect(Collectors.joining(", "));
        return "(n.number, " + values + ") " + (descending ? "<" : ">") + " (cast(:" + name + "0 as bigint), " + texts + ")";
    }

    private int records(StatsSelection selection) {
        WhereClause where = where(selection);
        return ((Number) store.rows("select count(*) from " + selection.kind().word() + " e where " + where.sql(), where).get(0)[0])
                .intValue();
    }

    private static StatsEdge edge(StatsSelection selection, List<Dimension> dimensions, StatsOrder order, Object[] row) {
        List<StatsKey> keys = new ArrayList<>();
        List<String> sorted = new ArrayList<>();
        for (int i = 0; i < selection.by().size(); i++) {
            String raw = (String) row[FIXED + 3 * i];
            String sort = (String) row[FIXED + 3 * i + 1];
            sorted.add(sort);
            keys.add(StatsValues.key(selection.by().get(i), dimensions.get(i).kind(), raw, sort, (String) row[FIXED + 3 * i + 2]));
        }
        StatsGroup group = new StatsGroup(selection, keys, number(row[1]), number(row[2]), number(row[3]));
        String number = String.valueOf(row[FIXED + 3 * selection.by().size()]);
        return new StatsEdge(new Cursor(list(selection, order), number, String.join("/", sorted)).encode(), group);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    /** Returns the name of the list in its cursors. */
    static String list(StatsSelection selection, StatsOrder order) {
        return selection.kind() + "S by " + selection.by() + " in " + order;
    }
}
