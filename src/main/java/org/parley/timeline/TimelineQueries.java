package org.parley.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.fault.BadUserInputException;
import org.parley.paging.Cursor;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.source.Record;
import org.parley.source.RecordQueries;
import org.parley.source.RecordType;
import org.parley.source.Recorded;
import org.parley.store.Conditions;
import org.parley.store.Store;
import org.parley.store.Where;
import org.parley.time.DateOrder;

/** The one query of the timeline: a page of each kind, merged into a page of all. */
@ApplicationScoped
public class TimelineQueries {

    static final String BY_DATE = "timeline by date";

    private static final List<RecordType> KINDS = List.of(RecordType.MEETING, RecordType.STATEMENT, RecordType.AGREEMENT, RecordType.EVENT);

    /** A cursor says the day, and the slug and kind of the record. */
    private static final Pattern PLACE = Pattern.compile(Cursor.DAY + "([a-z0-9-]+)/([A-Z]+)");

    private static final String OF_KIND = """
            (select e.id, '%1$s' collate "C" as kind, e.date_sort, e.slug from %2$s e where %3$s order by e.date_sort %4$s, e.slug %4$s limit %5$d)""";

    /**
     * The same where actors or issues are named: a page of each of them, read in the order of the table that is derived for it, and beside
     * it the records' own table only where a condition needs that. The slugs are hidden from the planner: else it plans each time anew, and
     * reads more than a page.
     */
    private static final String OF_NAMED = """
            (select distinct p.id, '%1$s' collate "C" as kind, p.date_sort, p.slug from %6$s n cross join lateral (
                select r.record_id as id, r.date_sort, r.slug from %6$s_record r %2$s
                where r.%6$s_id = n.id and r.kind = '%1$s' and %3$s order by r.date_sort %4$s, r.slug %4$s limit %5$d) p
            where n.slug = any(array(select unnest(:%6$ss))))""";

    private static final String RECORD = "join %s e on e.id = r.record_id";

    private static final String BEHIND = " and (%1$s.date_sort, %1$s.slug, '%2$s' collate \"C\") %3$s (cast(:afterKey as date), :afterSlug, :afterKind)";

    private static final String OF_ALL = """
            select t.id, t.kind, cast(t.date_sort as text), t.slug from (%1$s) t
            order by t.date_sort %2$s, t.slug %2$s, t.kind %2$s limit %3$d""";

    private final Store store;
    private final RecordQueries records;

    TimelineQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    Page<TimelineEdge> page(TimelineFilter given, DateOrder order, PageRequest request) {
        TimelineFilter filter = given == null ? TimelineFilter.ALL : given;
        List<RecordType> kinds = kinds(filter);
        Slice<Object[]> slice = Slice.of(kinds.isEmpty() ? List.of() : rows(filter, kinds, order, request), request);
        Iterator<Recorded> shown = records.ofKinds(slice.shown()).iterator();
        return slice.page(
                row -> new TimelineEdge(new Cursor(BY_DATE, (String) row[2], row[3] + "/" + row[1]).encode(), (Record) shown.next()),
                () -> count(filter, kinds));
    }

    private static List<RecordType> kinds(TimelineFilter filter) {
        if (filter.types() != null && !KINDS.containsAll(filter.types())) {
            throw new BadUserInputException("types: the timeline holds " + KINDS + "; send some of these, or leave it out for all");
        }
        return KINDS.stream().filter(kind -> filter.types() == null || filter.types().contains(kind)).toList();
    }

    private List<Object[]> rows(TimelineFilter filter, List<RecordType> kinds, DateOrder order, PageRequest request) {
        boolean descending = order == DateOrder.DATE_DESC;
        String direction = descending ? "desc" : "asc";
        String named = filter.actors() != null ? "actor" : filter.issues() != null ? "issue" : null;
        Where where = new Where().during("e", filter.between());
        if (filter.actors() != null) {
            where.and("r.role = 'ANY'").anyOf(Conditions.ISSUES, "issues", filter.issues());
            where.values("actors", filter.actors());
        } else if (filter.issues() != null) {
            where.values("issues", filter.issues());
        }
        if (request.after() != null) {
            Matcher place = request.after().place(PLACE);
            where.with("afterKey", place.group(1)).with("afterSlug", place.group(2)).with("afterKind", place.group(3));
        }
        boolean ofAll = named == null;
        boolean needsRecord = filter.between() != null || filter.actors() != null && filter.issues() != null;
        String pages = union(kinds, kind -> {
            String source = ofAll ? kind.table() : needsRecord ? String.format(Locale.ROOT, RECORD, kind.table()) : "";
            String conditions = where.sql()
                    + (request.after() == null ? "" : String.format(Locale.ROOT, BEHIND, ofAll ? "e" : "r", kind, descending ? "<" : ">"));
            return String.format(Locale.ROOT, (ofAll ? OF_KIND : OF_NAMED), kind, source, conditions, direction, request.size() + 1, named);
        });
        return store.rows(String.format(Locale.ROOT, OF_ALL, pages, direction, request.size() + 1), where);
    }

    private static String union(List<RecordType> kinds, Function<RecordType, String> part) {
        return kinds.stream().map(part).collect(Collectors.joining(" union all "));
    }

    private static Where where(TimelineFilter filter) {
        return new Where().during("e", filter.between()).anyOf(Conditions.countsFor("ANY", "actors"), "actors", filter.actors())
                .anyOf(Conditions.ISSUES, "issues", filter.issues());
    }

    private int count(TimelineFilter filter, List<RecordType> kinds) {
        if (kinds.isEmpty()) {
            return 0;
        }
        Where where = where(filter);
        String counts = union(kinds, kind -> "select from " + kind.table() + " e where " + where.sql());
        return store.count("(" + counts + ") t", where);
    }
}
