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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.fault.BadUserInputException;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.ListQuery.Key;
import org.parley.persistence.RowOrder;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/**
 * Every query on what the sources disagree about. A field has a discrepancy if its attestations give more than one value, or where an
 * editor says why another value is shown than the one printed.
 */
@ApplicationScoped
public class DiscrepancyQueries {

    static final String BY_RECORD = "discrepancies by record";

    /** By the record's kind and slug, and the field. */
    private static final RowOrder ORDER = new RowOrder(List.of(Key.text("e.kind"), Key.text("e.slug"), Key.text("e.field")),
            Pattern.compile("([A-Z]+)\n([a-z0-9-]+)/(\\w+)"));

    private static final String IN_ORDER = """
            select e.record_id, e.kind, e.slug, e.field, r.rule, r.note
            from disputed_field e left join resolution r on r.record_id = e.record_id and r.field = e.field
            where %s order by %s""";

    /** Two of the sources attest different values of the field. */
    private static final String DISAGREE = """
            exists (select from attestation t join source s on s.id = t.source_id
                    join attestation o on o.record_id = t.record_id and o.field = t.field and o.source_id <> t.source_id
                    join source x on x.id = o.source_id
                where t.record_id = e.record_id and t.field = e.field and t.value is not null and o.value is not null
                    and t.provision_id is null and o.provision_id is null and s.slug = any(:sources) and x.slug = any(:sources)
                    and coalesce(t.reads, t.value) <> coalesce(o.reads, o.value))""";

    private final Store store;
    private final RecordQueries records;
    private final DisplayedNames names;

    DiscrepancyQueries(Store store, RecordQueries records, DisplayedNames names) {
        this.store = store;
        this.records = records;
        this.names = names;
    }

    /** Those of each record, by field. */
    public List<List<Discrepancy>> of(List<? extends RecordEntity> parents) {
        WhereClause where = new WhereClause().and("e.record_id = any(:keys)").keys("keys", RecordEntity.keys(parents));
        List<Object[]> disputed = store.rows(String.format(Locale.ROOT, IN_ORDER, where.sql(), "e.kind, e.slug, e.field"), where);
        Map<Long, RecordEntity> known = parents.stream()
                .collect(Collectors.toMap(parent -> parent.key, Function.identity(), (one, same) -> one));
        Map<Long, List<Discrepancy>> found = new HashMap<>();
        List<Discrepancy> discrepancies = discrepancies(disputed, known);
        for (int i = 0; i < disputed.size(); i++) {
            found.computeIfAbsent((Long) disputed.get(i)[0], record -> new ArrayList<>()).add(discrepancies.get(i));
        }
        return parents.stream().map(parent -> found.getOrDefault(parent.key, List.of())).toList();
    }

    /** Those that match, by kind and slug of the record, then by field. */
    Connection<Discrepancy> page(DiscrepancyFilter filter, PageRequest request) {
        WhereClause where = where(filter);
        where.and(ORDER.between(request, where));
        String page = String.format(Locale.ROOT, IN_ORDER, where.sql(), ORDER.terms(request)) + " limit " + (request.size() + 1);
        Slice<Object[]> slice = Slice.of(store.rows(page, where), request);
        Map<Long, RecordEntity> known = new HashMap<>();
        records.ofKinds(slice.rows()).forEach(record -> known.put(record.key, record));
        Iterator<Discrepancy> discrepancies = discrepancies(slice.rows(), known).iterator();
        return slice.page(row -> new Edge<>(new Cursor(BY_RECORD, (String) row[1], row[2] + "/" + row[3]).encode(), discrepancies.next()),
                () -> count(filter));
    }

    private int count(DiscrepancyFilter filter) {
        WhereClause where = where(filter);
        return store.count(
                "disputed_field e left join resolution r on r.record_id = e.record_id and r.field = e.field where " + where.sql(), where);
    }

    private static WhereClause where(DiscrepancyFilter filter) {
        if (filter == null) {
            return new WhereClause();
        }
        if (filter.sources() != null && filter.sources().stream().distinct().count() < 2) {
            throw new BadUserInputException("sources: names fewer than two sources; send the slugs of at least two that may disagree");
        }
        return new WhereClause().anyOf("e.kind = any(:types)", "types", filter.types())
                .anyOf("e.field = any(:fields)", "fields", filter.fields())
                .anyOf("coalesce(r.rule, '" + ResolutionRule.MOST_SOURCES + "') = any(:rules)", "rules", filter.rules())
                .anyOf(DISAGREE, "sources", filter.sources());
    }

    private List<Discrepancy> discrepancies(List<Object[]> disputed, Map<Long, RecordEntity> known) {
        Map<String, List<Attestation>> given = store
                .list(Attestation.class, """
                        select {e.*} from attestation e where e.record_id = any(:keys) and e.field is not null and e.value is not null
                        and e.provision_id is null order by e.record_id, e.position""",
                        new WhereClause().keys("keys", disputed.stream().map(row -> (Long) row[0]).toList()))
                .stream().collect(Collectors.groupingBy(attestation -> attestation.recordKey + attestation.field));
        Map<Long, Map<String, String>> named = names(disputed, known);
        return disputed.stream().map(row -> {
            RecordEntity record = known.get((Long) row[0]);
            String field = (String) row[3];
            Optional<String> shown = DisplayedValue.of(record, field)
                    .or(() -> Optional.ofNullable(named.getOrDefault(record.key, Map.of()).get(field)));
            return discrepancy(record, field, shown, rule((String) row[4]), (String) row[5], given.get(record.key + field));
        }).toList();
    }

    /** What the records show in fields that are no plain values; read only if one of these has a discrepancy. */
    private Map<Long, Map<String, String>> names(List<Object[]> disputed, Map<Long, RecordEntity> known) {
        Set<Long> wanted = disputed.stream().filter(row -> DisplayedValue.of(known.get((Long) row[0]), (String) row[3]).isEmpty())
                .map(row -> (Long) row[0]).collect(Collectors.toSet());
        return wanted.isEmpty() ? Map.of() : names.of(wanted);
    }

    private static ResolutionRule rule(String given) {
        return given == null ? ResolutionRule.MOST_SOURCES : ResolutionRule.valueOf(given);
    }

    /** Where the record shows nothing, the value that most attestations give stands for it. */
    private static Discrepancy discrepancy(RecordEntity record, String field, Optional<String> known, ResolutionRule rule, String note,
            List<Attestation> given) {
        List<AttestedValue> values = given.stream()
                .collect(Collectors.groupingBy(Attestation::normalized, LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> new AttestedValue(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(value -> -value.attestations().size())).toList();
        String shown = known.orElse(values.get(0).value());
        List<AttestedValue> shownFirst = values.stream().sorted(Comparator.comparing(value -> !value.value().equals(shown))).toList();
        return new Discrepancy((AnyRecord) record, field, shown, rule, note, shownFirst);
    }
}
