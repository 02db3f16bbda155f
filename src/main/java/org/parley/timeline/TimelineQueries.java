package org.parley.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
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

    private final Store store;
    private final RecordQueries records;

    TimelineQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    Page<TimelineEdge> page(TimelineFilter given, DateOrder order, PageRequest request) {
        TimelineFilter filter = given == null ? TimelineFilter.ALL : given;
        List<RecordType> kinds = kinds(filter);
        Where where = where(filter).with("most", request.size() + 1);
        String beyond = "";
        String direction = order == DateOrder.DATE_DESC ? "desc" : "asc";
        if (request.after() != null) {
            String[] place = request.after().slug().split("/", 2);
            beyond = " and (e.date_sort, e.slug, '%s') " + (order == DateOrder.DATE_DESC ? "<" : ">")
                    + " (cast(:afterKey as date), :afterSlug, :afterKind)";
            where.with("afterKey", request.after().key()).with("afterSlug", place[0]).with("afterKind", place[1]);
        }
        String conditions = where.sql() + beyond;
        String parts = kinds.stream()
                .map(kind -> """
                        (select e.id, '%1$s' as kind, e.date_sort, e.slug from %2$s e where %3$s order by e.date_sort %4$s, e.slug %4$s limit :most)"""
                        .formatted(kind, kind.table(), conditions.replace("'%s'", "'" + kind + "'"), direction))
                .collect(Collectors.joining(" union all "));
        List<Object[]> rows = kinds.isEmpty() ? List.of()
                : store.rows("select t.id, t.kind, cast(t.date_sort as text), t.slug from (" + parts + ") t order by t.date_sort "
                        + direction + ", t.slug " + direction + ", t.kind " + direction + " limit :most", where);
        Slice<Object[]> slice = Slice.of(rows, request);
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

    private static Where where(TimelineFilter filter) {
        return new Where().during("e", filter.between()).anyOf(Conditions.countsFor("ANY", "actors"), "actors", filter.actors())
                .anyOf(Conditions.ISSUES, "issues", filter.issues());
    }

    private int count(TimelineFilter filter, List<RecordType> kinds) {
        if (kinds.isEmpty()) {
            return 0;
        }
        Where where = where(filter);
        String parts = kinds.stream().map(kind -> "select count(*) as number from " + kind.table() + " e where " + where.sql())
                .collect(Collectors.joining(" union all "));
        return ((Number) store.rows("select sum(t.number), 0 from (" + parts + ") t", where).get(0)[0]).intValue();
    }
}
