package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** A cursor says the record's kind and slug, and the field. */
    private static final Pattern PLACE = Pattern.compile("([A-Z]+)\n([a-z0-9-]+)/(\\w+)");

    private static final String DISPUTED = """
            select t.record_id, t.field, max(r.rule) as rule, max(r.note) as note from attestation t
            left join resolution r on r.record_id = t.record_id and r.field = t.field
            where t.field is not null and t.value is not null and t.provision_id is null and %s
            group by t.record_id, t.field having count(distinct coalesce(t.reads, t.value)) > 1 or count(r.rule) > 0""";

    private static final String IN_ORDER = String.format(Locale.ROOT, """
            select d.record_id, e.kind, e.slug, d.field, d.rule, d.note from (%s) d join record e on e.id = d.record_id
            where %%s order by e.kind, e.slug, d.field""", DISPUTED);

    private final Store store;
    private final RecordQueries records;
    private final ShownNameQueries names;

    DiscrepancyQueries(Store store, RecordQueries records, ShownNameQueries names) {
        this.store = store;
        this.records = records;
        this.names = names;
    }

    /** Those of each record, by field. */
    public List<List<Discrepancy>> of(List<? extends Recorded> parents) {
        Where where = new Where().and("t.record_id = any(:keys)").keys("keys", Recorded.keys(parents));
        List<Object[]> disputed = store.rows(String.format(Locale.ROOT, IN_ORDER, where.sql(), "true"), where);
        Map<Long, Recorded> known = parents.stream()
                .collect(Collectors.toMap(parent -> parent.key, Function.identity(), (one, same) -> one));
        Map<Long, List<Discrepancy>> found = new HashMap<>();
        List<Discrepancy> discrepancies = discrepancies(disputed, known);
        for (int i = 0; i < disputed.size(); i++) {
            found.computeIfAbsent((Long) disputed.get(i)[0], record -> new ArrayList<>()).add(discrepancies.get(i));
        }
        return parents.stream().map(parent -> found.getOrDefault(parent.key, List.of())).toList();
    }

    /** All of them, by kind and slug of the record, then by field. */
    Page<DiscrepancyEdge> page(PageRequest request) {
        Where where = new Where().with("most", request.size() + 1);
        String behind = "true";
        if (request.after() != null) {
            Matcher place = request.after().place(PLACE);
            behind = "(e.kind, e.slug, d.field) > (:afterKind, :afterSlug, :afterField)";
            where.with("afterKind", place.group(1)).with("afterSlug", place.group(2)).with("afterField", place.group(3));
        }
        Slice<Object[]> slice = Slice.of(store.rows(String.format(Locale.ROOT, IN_ORDER, "true", behind) + " limit :most", where), request);
        Map<Long, Recorded> known = new HashMap<>();
        records.ofKinds(slice.shown()).forEach(record -> known.put(record.key, record));
        Iterator<Discrepancy> discrepancies = discrepancies(slice.shown(), known).iterator();
        return slice.page(
                row -> new DiscrepancyEdge(new Cursor(BY_RECORD, (String) row[1], row[2] + "/" + row[3]).encode(), discrepancies.next()),
                this::count);
    }

    private int count() {
        return store.count("(" + String.format(Locale.ROOT, DISPUTED, "true") + ") d", new Where());
    }

    private List<Discrepancy> discrepancies(List<Object[]> disputed, Map<Long, Recorded> known) {
        Map<String, List<Attestation>> given = store
                .list(Attestation.class, """
                        select {e.*} from attestation e where e.record_id = any(:keys) and e.field is not null and e.value is not null
                        and e.provision_id is null order by e.record_id, e.position""",
                        new Where().keys("keys", disputed.stream().map(row -> (Long) row[0]).toList()))
                .stream().collect(Collectors.groupingBy(attestation -> attestation.recordKey + attestation.field));
        Map<Long, Map<String, String>> named = names(disputed, known);
        return disputed.stream().map(row -> {
            Recorded record = known.get((Long) row[0]);
            String field = (String) row[3];
            Optional<String> shown = ShownValue.of(record, field)
                    .or(() -> Optional.ofNullable(named.getOrDefault(record.key, Map.of()).get(field)));
            return discrepancy(record, field, shown, rule((String) row[4]), (String) row[5], given.get(record.key + field));
        }).toList();
    }

    /** What the records show in fields that are no plain values; read only where one of these is in dispute. */
    private Map<Long, Map<String, String>> names(List<Object[]> disputed, Map<Long, Recorded> known) {
        Set<Long> wanted = disputed.stream().filter(row -> ShownValue.of(known.get((Long) row[0]), (String) row[3]).isEmpty())
                .map(row -> (Long) row[0]).collect(Collectors.toSet());
        return wanted.isEmpty() ? Map.of() : names.of(wanted);
    }

    private static ResolutionRule rule(String given) {
        return given == null ? ResolutionRule.MOST_SOURCES : ResolutionRule.valueOf(given);
    }

    /** Where the record shows nothing, the value that most attestations give stands for it. */
    private static Discrepancy discrepancy(Recorded record, String field, Optional<String> known, ResolutionRule rule, String note,
            List<Attestation> given) {
        List<AttestedValue> values = given.stream()
                .collect(Collectors.groupingBy(Attestation::normalized, LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> new AttestedValue(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(value -> -value.attestations().size())).toList();
        String shown = known.orElse(values.get(0).value());
        List<AttestedValue> shownFirst = values.stream().sorted(Comparator.comparing(value -> !value.value().equals(shown))).toList();
        return new Discrepancy((Record) record, field, shown, rule, note, shownFirst);
    }
}
