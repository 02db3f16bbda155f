package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.paging.Cursor;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.store.Store;
import org.parley.store.Where;

/**
 * Every query on what the sources disagree about. A field is in dispute where its attestations give more than one value, or where an editor
 * says why another value is shown than the one printed.
 */
@ApplicationScoped
public class DiscrepancyQueries {

    static final String BY_RECORD = "discrepancies by record";

    private static final String DISPUTED = """
            select t.record_id, t.field, max(r.rule) as rule, max(r.note) as note from attestation t
            left join resolution r on r.record_id = t.record_id and r.field = t.field
            where t.field is not null and t.value is not null and t.provision_id is null and %s
            group by t.record_id, t.field having count(distinct coalesce(t.reads, t.value)) > 1 or count(r.rule) > 0""";

    private final Store store;
    private final RecordQueries records;

    DiscrepancyQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    /** Those of each record, by field. */
    public List<List<Discrepancy>> of(List<? extends Recorded> parents) {
        Where where = new Where().and("t.record_id = any(:keys)", "keys", parents.stream().map(parent -> parent.key).toArray(Long[]::new));
        List<Object[]> disputed = store.rows(DISPUTED.formatted(where.sql()) + " order by t.record_id, t.field", where);
        Map<Long, Recorded> known = parents.stream()
                .collect(Collectors.toMap(parent -> parent.key, Function.identity(), (one, same) -> one));
        Map<Long, List<Discrepancy>> found = new HashMap<>();
        List<Discrepancy> discrepancies = discrepancies(disputed, known);
        for (int i = 0; i < disputed.size(); i++) {
            found.computeIfAbsent((Long) disputed.get(i)[0], record -> new ArrayList<>()).add(discrepancies.get(i));
        }
        return parents.stream().map(parent -> found.getOrDefault(parent.key, List.of())).toList();
    }

    /** All of them, in the order in which the records were entered, then by field. */
    Page<DiscrepancyEdge> page(PageRequest request) {
        Where where = new Where().with("most", request.size() + 1);
        String after = "true";
        if (request.after() != null) {
            after = "(t.record_id, t.field) > (cast(:afterKey as bigint), :afterField)";
            where.with("afterKey", request.after().key()).with("afterField", request.after().slug());
        }
        List<Object[]> disputed = store.rows(DISPUTED.formatted(after) + " order by t.record_id, t.field limit :most", where);
        Slice<Object[]> slice = Slice.of(disputed, request);
        Map<Long, Recorded> known = new HashMap<>();
        List<Long> keys = slice.shown().stream().map(row -> (Long) row[0]).toList();
        records.byKeys(keys).forEach(record -> known.put(record.key, record));
        Iterator<Discrepancy> discrepancies = discrepancies(slice.shown(), known).iterator();
        return slice.page(
                row -> new DiscrepancyEdge(new Cursor(BY_RECORD, row[0].toString(), (String) row[1]).encode(), discrepancies.next()),
                this::count);
    }

    private int count() {
        String sql = "select count(*), 0 from (" + DISPUTED.formatted("true") + ") d";
        return ((Number) store.rows(sql, new Where()).get(0)[0]).intValue();
    }

    private List<Discrepancy> discrepancies(List<Object[]> disputed, Map<Long, Recorded> known) {
        Map<String, List<Attestation>> given = store
                .list(Attestation.class, """
                        select {e.*} from attestation e where e.record_id = any(:keys) and e.field is not null and e.value is not null
                        and e.provision_id is null order by e.record_id, e.position""",
                        new Where().with("keys", disputed.stream().map(row -> (Long) row[0]).distinct().toArray(Long[]::new)))
                .stream().collect(Collectors.groupingBy(attestation -> attestation.recordKey + attestation.field));
        return disputed.stream().map(row -> discrepancy(known.get((Long) row[0]), (String) row[1], (String) row[2], (String) row[3],
                given.get(row[0] + (String) row[1]))).toList();
    }

    private static Discrepancy discrepancy(Recorded record, String field, String rule, String note, List<Attestation> given) {
        List<AttestedValue> values = given.stream()
                .collect(Collectors.groupingBy(Attestation::normalized, LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> new AttestedValue(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(value -> -value.attestations().size())).toList();
        String shown = ShownValue.of(record, field).orElse(values.get(0).value());
        List<AttestedValue> shownFirst = values.stream().sorted(Comparator.comparing(value -> !value.value().equals(shown))).toList();
        return new Discrepancy((Record) record, field, shown, rule == null ? ResolutionRule.MOST_SOURCES : ResolutionRule.valueOf(rule),
                note, shownFirst);
    }
}
