package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.record.Kind;

/** Every query on records of whatever kind. */
@ApplicationScoped
public class RecordQueries {

    private final Store store;
    private final SessionFactory factory;

    RecordQueries(Store store, SessionFactory factory) {
        this.store = store;
        this.factory = factory;
    }

    /** The entity of a kind of record: it has the name of its GraphQL type. */
    private Class<? extends RecordEntity> entity(Kind kind) {
        return factory.getMetamodel().entity(kind.typeName()).getJavaType().asSubclass(RecordEntity.class);
    }

    /** The records of these keys, whatever their kinds, in their order: one statement for the kinds and one for each kind there is. */
    public List<RecordEntity> byKeys(List<Long> keys) {
        List<Object[]> kinds = store.rows("select r.id, r.kind from record r where r.id = any(:keys)",
                new WhereClause().keys("keys", keys));
        Map<Long, RecordEntity> found = load(kinds);
        return keys.stream().map(found::get).toList();
    }

    /** The records of rows that begin with key and kind, in their order: one statement for each kind there is. */
    public List<RecordEntity> ofKinds(List<Object[]> rows) {
        Map<Long, RecordEntity> found = load(rows);
        return rows.stream().map(row -> found.get((Long) row[0])).toList();
    }

    private Map<Long, RecordEntity> load(List<Object[]> rows) {
        Map<Kind, List<Long>> byKind = new EnumMap<>(Kind.class);
        rows.forEach(row -> byKind.computeIfAbsent(Kind.valueOf((String) row[1]), kind -> new ArrayList<>()).add((Long) row[0]));
        Map<Long, RecordEntity> found = new HashMap<>();
        byKind.forEach((kind, keys) -> store.byKeys(entity(kind), keys).forEach(record -> found.put(record.key, record)));
        return found;
    }

    /** For each of these records, the other records of its happening, ordered by kind and slug; at most `most` each. */
    public List<List<RecordEntity>> ofOneHappening(List<? extends RecordEntity> parents, int most) {
        List<Object[]> rows = store.rows("""
                select o.id, o.kind, h.record_id from happening h cross join lateral (
                    select r.id, r.kind, r.slug from happening s join record r on r.id = s.record_id
                    where s.name = h.name and s.record_id <> h.record_id order by r.kind, r.slug limit :most) o
                where h.record_id = any(:keys) order by h.record_id, o.kind, o.slug""",
                new WhereClause().keys("keys", RecordEntity.keys(parents)).with("most", most));
        List<RecordEntity> others = ofKinds(rows);
        Map<Long, List<RecordEntity>> found = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            found.computeIfAbsent((Long) rows.get(i)[2], parent -> new ArrayList<>()).add(others.get(i));
        }
        return parents.stream().map(parent -> found.getOrDefault(parent.key, List.of())).toList();
    }

    /** The records of these names, in their order; null for a name that is null or not found. Sends one statement for each kind. */
    public List<RecordEntity> bySlugs(List<RecordName> names) {
        Map<RecordName, RecordEntity> found = new HashMap<>();
        names.stream().filter(Objects::nonNull).distinct().collect(Collectors.groupingBy(RecordName::kind)).forEach((kind, ofKind) -> {
            String[] slugs = ofKind.stream().map(RecordName::slug).toArray(String[]::new);
            store.list(entity(kind), "select {e.*} from " + kind.word() + " e where e.slug = any(:slugs)",
                    new WhereClause().with("slugs", slugs)).forEach(record -> found.put(new RecordName(kind, record.slug), record));
        });
        return names.stream().map(found::get).collect(Collectors.toCollection(ArrayList::new));
    }

    Dataset dataset() {
        Object[] row = store.rows("select d.revision, d.loaded_at from dataset d", new WhereClause()).get(0);
        return new Dataset(row[0].toString(), (Instant) row[1]);
    }

    List<RecordCount> counts() {
        Map<String, Long> counts = store.rows("select r.kind, count(*) from record r group by r.kind", new WhereClause()).stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
        return Stream.of(Kind.values()).map(kind -> new RecordCount(kind, counts.getOrDefault(kind.name(), 0L).intValue())).toList();
    }
}
