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
import org.hibernate.SessionFactory;
import org.parley.store.Store;
import org.parley.store.Where;

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
    private Class<? extends Recorded> entity(RecordType type) {
        return factory.getMetamodel().entity(type.typeName()).getJavaType().asSubclass(Recorded.class);
    }

    /** The records of these keys, whatever their kinds, in their order: one statement for the kinds and one for each kind there is. */
    public List<Recorded> byKeys(List<Long> keys) {
        List<Object[]> kinds = store.rows("select r.id, r.kind from record r where r.id = any(:keys)", new Where().keys("keys", keys));
        Map<Long, Recorded> found = load(kinds);
        return keys.stream().map(found::get).toList();
    }

    /** The records of rows that begin with key and kind, in their order: one statement for each kind there is. */
    public List<Recorded> ofKinds(List<Object[]> rows) {
        Map<Long, Recorded> found = load(rows);
        return rows.stream().map(row -> found.get((Long) row[0])).toList();
    }

    private Map<Long, Recorded> load(List<Object[]> rows) {
        Map<RecordType, List<Long>> byType = new EnumMap<>(RecordType.class);
        rows.forEach(row -> byType.computeIfAbsent(RecordType.valueOf((String) row[1]), type -> new ArrayList<>()).add((Long) row[0]));
        Map<Long, Recorded> found = new HashMap<>();
        byType.forEach((type, keys) -> store.byKeys(entity(type), keys).forEach(record -> found.put(record.key, record)));
        return found;
    }

    /** For each of these records, the other records of its happening, ordered by kind and slug; at most `most` each. */
    public List<List<Recorded>> ofOneHappening(List<? extends Recorded> parents, int most) {
        List<Object[]> rows = store.rows("""
                select o.id, o.kind, h.record_id from happening h cross join lateral (
                    select r.id, r.kind, r.slug from happening s join record r on r.id = s.record_id
                    where s.name = h.name and s.record_id <> h.record_id order by r.kind, r.slug limit :most) o
                where h.record_id = any(:keys) order by h.record_id, o.kind, o.slug""",
                new Where().keys("keys", Recorded.keys(parents)).with("most", most));
        List<Recorded> others = ofKinds(rows);
        Map<Long, List<Recorded>> found = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            found.computeIfAbsent((Long) rows.get(i)[2], parent -> new ArrayList<>()).add(others.get(i));
        }
        return parents.stream().map(parent -> found.getOrDefault(parent.key, List.of())).toList();
    }

    /** The records of these types and slugs, in their order, null where there is none or no type. */
    public List<Recorded> named(List<RecordType> types, List<String> slugs) {
        List<RecordName> names = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            names.add(types.get(i) == null ? null : new RecordName(types.get(i), slugs.get(i)));
        }
        return bySlugs(names);
    }

    /** The records of these types and slugs, in their order, null where there is none or no name: one statement for each type. */
    List<Recorded> bySlugs(List<RecordName> names) {
        Map<RecordName, Recorded> found = new HashMap<>();
        names.stream().filter(Objects::nonNull).distinct().collect(Collectors.groupingBy(RecordName::type)).forEach((type, ofType) -> {
            String[] slugs = ofType.stream().map(RecordName::slug).toArray(String[]::new);
            String table = type.table();
            store.list(entity(type), "select {e.*} from " + table + " e where e.slug = any(:slugs)", new Where().with("slugs", slugs))
                    .forEach(record -> found.put(new RecordName(type, record.slug), record));
        });
        return names.stream().map(found::get).collect(Collectors.toCollection(ArrayList::new));
    }

    Dataset dataset() {
        Object[] row = store.rows("select d.revision, d.loaded_at from dataset d", new Where()).get(0);
        return new Dataset(row[0].toString(), (Instant) row[1]);
    }

    List<RecordCount> counts() {
        Map<String, Long> counts = store.rows("select r.kind, count(*) from record r group by r.kind", new Where()).stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
        return List.of(RecordType.values()).stream().map(type -> new RecordCount(type, counts.getOrDefault(type.name(), 0L).intValue()))
                .toList();
    }
}
