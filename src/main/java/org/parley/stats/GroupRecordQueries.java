package org.parley.stats;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.ListQuery.Key;
import org.parley.persistence.RowOrder;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.source.AnyRecord;
import org.parley.source.RecordEntity;
import org.parley.source.RecordQueries;

/** SQL queries for the records of groups. */
@ApplicationScoped
public class GroupRecordQueries {

    static final String BY_DATE = "records by date";

    private static final String RECORDS = """
            , valued as (select e.id, e.date_sort, e.slug, %1$s from selected e %2$s)
            select r.id, '%3$s' as kind, r.number, cast(r.date_sort as text), r.slug from (
                select c.id, c.date_sort, c.slug, w.number, row_number() over (partition by w.number order by %8$s) as place
                from unnest(%4$s) with ordinality w (%5$s, number) join valued c on %6$s where %7$s) r
            where r.place <= %9$d order by r.number, r.place""";

    private static final RowOrder ORDER = new RowOrder(List.of(Key.day("c.date_sort"), Key.text("c.slug")),
            Pattern.compile(Cursor.DAY + "([a-z0-9-]+)"));

    private final Store store;
    private final RecordQueries records;

    GroupRecordQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    /** Returns a page of the records that each group counts, by date. One statement for all groups of a statistic. */
    List<Connection<AnyRecord>> of(List<StatsGroup> groups, PageRequest request) {
        Map<StatsSelection, List<StatsGroup>> statistics = groups.stream().distinct()
                .collect(Collectors.groupingBy(StatsGroup::selection, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        Map<StatsGroup, List<Object[]>> rows = new HashMap<>();
        statistics.forEach((selection, some) -> rows(selection, some, request)
                .forEach(row -> rows.computeIfAbsent(some.get(((Number) row[2]).intValue() - 1), absent -> new ArrayList<>()).add(row)));
        List<Object[]> all = rows.values().stream().flatMap(List::stream).toList();
        List<RecordEntity> found = records.ofKinds(all);
        Map<Object, RecordEntity> byKey = IntStream.range(0, all.size()).boxed()
                .collect(Collectors.toMap(i -> all.get(i)[0], found::get, (one, same) -> one));
        return groups.stream().map(
                group -> Slice.of(rows.getOrDefault(group, List.of()), request).page(row -> edge(row, byKey.get(row[0])), group::count))
                .toList();
    }

    private static Edge<AnyRecord> edge(Object[] row, RecordEntity record) {
        return new Edge<>(new Cursor(BY_DATE, (String) row[3], (String) row[4]).encode(), (AnyRecord) record);
    }

    private List<Object[]> rows(StatsSelection selection, List<StatsGroup> groups, PageRequest request) {
        WhereClause where = StatsQueries.where(selection);
        List<Dimension> by = StatsQueries.dimensions(selection);
        for (int i = 0; i < by.size(); i++) {
            int number = i;
            where.with("keys" + (i + 1), groups.stream().map(group -> group.keys().get(number).raw()).toArray(String[]::new));
        }
        String sql = StatsQueries.selected(selection, by, where, List.of("e.id", "e.date_sort", "e.slug"))
                + String.format(Locale.ROOT, RECORDS, StatsQueries.columns(by), StatsQueries.links(by), selection.kind(),
                        StatsQueries.joined(by, ", ", (dimension, i) -> "cast(:keys# as text[])"),
                        StatsQueries.joined(by, ", ", (dimension, i) -> "key#"),
                        StatsQueries.joined(by, " and ",
                                (dimension, i) -> "coalesce(w.key#, '~') = coalesce(cast(" + dimension.best() + " as text), '~')"),
                        ORDER.between(request, where), ORDER.terms(request), request.size() + 1);
        return store.rows(sql, where);
    }
}
