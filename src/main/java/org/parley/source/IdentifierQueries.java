package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** Queries of identifiers. */
@ApplicationScoped
class IdentifierQueries {

    private final Store store;
    private final RecordQueries records;

    IdentifierQueries(Store store, RecordQueries records) {
        this.store = store;
        this.records = records;
    }

    /** Returns the identifiers of each record, in the order of its entry. */
    List<List<Identifier>> of(List<? extends RecordEntity> parents) {
        Map<Long, List<Identifier>> found = store.rows("""
                select i.record_id, i.scheme, i.value, i.url from identifier i where i.record_id = any(:keys)
                order by i.record_id, i.position""", new WhereClause().keys("keys", RecordEntity.keys(parents))).stream()
                .collect(Collectors.groupingBy(row -> (Long) row[0],
                        Collectors.mapping(row -> Identifier.of((String) row[1], (String) row[2], (String) row[3]), Collectors.toList())));
        return parents.stream().map(parent -> found.getOrDefault(parent.key, List.of())).toList();
    }

    /** Returns the record with this identifier. A source is not returned. */
    List<RecordEntity> identified(String scheme, String value) {
        return records.ofKinds(store.rows("""
                select r.id, r.kind from identifier i join record r on r.id = i.record_id
                where i.scheme = :scheme and i.value = :value and r.kind <> 'SOURCE'""",
                new WhereClause().with("scheme", scheme).with("value", value)));
    }

    /** Returns the source with this identifier, or null. */
    Source identifiedSource(String scheme, String value) {
        return store.list(Source.class, """
                select {e.*} from source e join identifier i on i.record_id = e.id where i.scheme = :scheme and i.value = :value""",
                new WhereClause().with("scheme", scheme).with("value", value)).stream().findFirst().orElse(null);
    }
}
