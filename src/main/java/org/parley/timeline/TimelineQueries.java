package org.parley.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.fault.BadUserInputException;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.Conditions;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.record.Kind;
import org.parley.source.RecordEntity;
import org.parley.source.RecordQueries;
import org.parley.source.TimelineEntry;
import org.parley.statement.StatementQueries;
import org.parley.time.DateOrder;

/** Queries of the timeline: a page of each kind, merged into one page. */
@ApplicationScoped
public class TimelineQueries {

    static final String BY_DATE = "timeline by date";

    private static final List<Kind> KINDS = List.of(Kind.MEETING, Kind.STATEMENT, Kind.AGREEMENT, Kind.EVENT);

    /** A cursor: the day, and the slug and kind of the record. */
    private static final Pattern POSITION = Pattern.compile(Cursor.DAY + "([a-z0-9-]+)/([A-Z]+)");

    private static final String PAGE_OF_KIND = """
            (select e.id, '%1$s' collate "C" as kind, e.date_sort, e.slug from %2$s e where %3$s order by e.date_sort %4$s, e.slug %4$s limit %5$d)""";

    /**
     * The same for given actors or issues: a page of each, in the order of an index of the derived table. Joins the table of the kind only
     * if a condition needs it. A subquery hides the slugs from the planner; otherwise it would make a new plan for each execution, and read
     * more than a page.
     */
    private static final String PAGE_OF_DERIVED = """
            (select distinct p.id, '%1$s' collate "C" as kind, p.date_sort, p.slug from %6$s n cross join lateral (
                select r.record_id as id, r.date_sort, r.slug from %6$s_record r %2$s
                where r.%6$s_id = n.id and r.kind = '%1$s' and %3$s order by r.date_sort %4$s, r.slug %4$s limit %5$d) p
            where n.slug = any(array(select unnest(cast(:%6$ss as text[])))))""";

    private static final String JOIN_RECORD = "join %s e on e.id = r.record_id";

    private static final String BEYOND = """
            (%1$s.date_sort, %1$s.slug, '%2$s' collate "C") %3$s (cast(:%4$sKey as date), :%4$sSlug, :%4$sKind)""";

    private static final String MERGED_PAGE = """
            select t.id, t.kind, cast(t.date_sort as text), t.slug from (%1$s) t
            order by t.date_sort %2$s, t.slug %2$s, t.kind %2$s limit %3$d""";

    private final Store store;
    private final RecordQueries records;

    TimelineQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    Connection<TimelineEntry> page(TimelineFilter filter, DateOrder order, PageRequest request) {
        List<Kind> kinds = kinds(filter);
        Slice<Object[]> slice = Slice.of(kinds.isEmpty() ? List.of() : rows(filter, kinds, order, request), request);
        Iterator<RecordEntity> shown = records.ofKinds(slice.rows()).iterator();
        return slice.page(
                row -> new Edge<>(new Cursor(BY_DATE, (String) row[2], row[3] + "/" + row[1]).encode(), (TimelineEntry) shown.next()),
                () -> count(filter, kinds));
    }

    /** Returns the kinds to read. Throws a BadUserInputException for a wrong value, also if there is no kind to read. */
    private static List<Kind> kinds(TimelineFilter filter) {
        where(filter, KINDS.get(0));
        return KINDS.stream().filter(kind -> filter.types() == null || filter.types().contains(kind)).toList();
    }

    private List<Object[]> rows(TimelineFilter filter, List<Kind> kinds, DateOrder order, PageRequest request) {
        boolean descending = order == DateOrder.DATE_DESC;
        String direction = descending != request.backwards() ? "desc" : "asc";
        String derived = filter.actors() != null ? "actor" : filter.issues() != null ? "issue" : null;
        Map<Kind, WhereClause> conditions = new EnumMap<>(Kind.class);
        kinds.forEach(kind -> conditions.put(kind,
                WhereClause.of(filter, inner -> derived != null && inner == filter ? ofDerived(inner, kind) : conditions(inner, kind))));
        String pages = union(kinds, kind -> {
            WhereClause where = conditions.get(kind);
            boolean needsRecord = where.sql().contains("e.");
            String source = derived == null ? kind.word() : needsRecord ? String.format(Locale.ROOT, JOIN_RECORD, kind.word()) : "";
            String sorted = derived == null ? "e" : "r";
            beyond(where, sorted, kind, "after", request.after(), descending ? "<" : ">");
            beyond(where, sorted, kind, "before", request.before(), descending ? ">" : "<");
            return String.format(Locale.ROOT, derived == null ? PAGE_OF_KIND : PAGE_OF_DERIVED, kind, source, where.sql(), direction,
                    request.size() + 1, derived);
        });
        return store.rows(String.format(Locale.ROOT, MERGED_PAGE, pages, direction, request.size() + 1), conditions.get(kinds.get(0)));
    }

    /** Adds the condition on the rows that lie in this direction from a cursor, unless it is null. */
    private static void beyond(WhereClause where, String sorted, Kind kind, String argument, Cursor cursor, String direction) {
        if (cursor != null) {
            Matcher position = cursor.place(argument, POSITION);
            where.and(String.format(Locale.ROOT, BEYOND, sorted, kind, direction, argument)).with(argument + "Key", position.group(1))
                    .with(argument + "Slug", position.group(2)).with(argument + "Kind", position.group(3));
        }
    }

    private static String union(List<Kind> kinds, Function<Kind, String> part) {
        return kinds.stream().map(part).collect(Collectors.joining(" union all "));
    }

    /** The conditions on the record `e` of a kind. All kinds have the same parameters. */
    private static WhereClause where(TimelineFilter filter, Kind kind) {
        return WhereClause.of(filter, inner -> conditions(inner, kind));
    }

    private static WhereClause conditions(TimelineFilter filter, Kind kind) {
        WhereClause where = ofRecord(filter, kind).anyOf(Conditions.countsFor("ANY", "actors"), "actors", filter.actors())
                .anyOf(Conditions.ISSUES, "issues", filter.issues());
        return filter.types() == null || filter.types().contains(kind) ? where : where.and("false");
    }

    /** The conditions besides those on the actors, or else the issues, whose derived rows `r` are read. */
    private static WhereClause ofDerived(TimelineFilter filter, Kind kind) {
        WhereClause where = ofRecord(filter, kind);
        return filter.actors() == null ? where.values("issues", filter.issues())
                : where.and("r.role = 'ANY'").anyOf(Conditions.ISSUES, "issues", filter.issues()).values("actors", filter.actors());
    }

    private static WhereClause ofRecord(TimelineFilter filter, Kind kind) {
        if (filter.types() != null && !KINDS.containsAll(filter.types())) {
            throw new BadUserInputException("types: the timeline contains only " + KINDS + "; send some of these, or omit it for all");
        }
        return new WhereClause().during("e", filter.between()).anyOf(Conditions.PLACES, "places", filter.places())
                .anyOf(Conditions.SOURCES, "sources", filter.sources())
                .text(kind == Kind.STATEMENT ? StatementQueries.TEXT : Conditions.TEXT, "text", filter.text());
    }

    private int count(TimelineFilter filter, List<Kind> kinds) {
        if (kinds.isEmpty()) {
            return 0;
        }
        String counts = union(kinds, kind -> "select from " + kind.word() + " e where " + where(filter, kind).sql());
        WhereClause where = where(filter, kinds.get(0));
        return store.count("(" + counts + ") t", where);
    }
}
