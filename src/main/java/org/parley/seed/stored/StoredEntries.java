package org.parley.seed.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.parley.seed.read.SeedKind;

/** Reads entries from the database as a file of the data set would have them, in order of slug. A point is part of its statement's. */
public final class StoredEntries {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROWS_AT_ONCE = 1000;

    private final StatelessSession session;

    public StoredEntries(StatelessSession session) {
        this.session = session;
    }

    /** Those of every record of that kind. */
    public List<ObjectNode> all(SeedKind kind) {
        return List.copyOf(read(query(kind, "true")).values());
    }

    /** Those of these slugs, as far as there are such records. */
    public List<ObjectNode> ofSlugs(SeedKind kind, Collection<String> slugs) {
        return slugs.isEmpty() ? List.of() : List.copyOf(
                read(query(kind, "e.slug = any(cast(:slugs as text[]))").setParameter("slugs", slugs.toArray(String[]::new))).values());
    }

    /** Those of these keys, by key. */
    public Map<Long, ObjectNode> ofKeys(SeedKind kind, Collection<Long> keys) {
        return keys.isEmpty() ? Map.of()
                : read(query(kind, "e.id = any(cast(:keys as bigint[]))").setParameter("keys", keys.toArray(Long[]::new)));
    }

    private NativeQuery<Object[]> query(SeedKind kind, String where) {
        return session.createNativeQuery(EntrySql.of(kind, where), Object[].class).addScalar("id", StandardBasicTypes.LONG)
                .addScalar("entry", StandardBasicTypes.STRING);
    }

    private static Map<Long, ObjectNode> read(NativeQuery<Object[]> query) {
        Map<Long, ObjectNode> entries = new LinkedHashMap<>();
        try (Stream<Object[]> rows = query.setFetchSize(ROWS_AT_ONCE).getResultStream()) {
            rows.forEach(row -> entries.put((Long) row[0], entry((String) row[1])));
        }
        return entries;
    }

    private static ObjectNode entry(String text) {
        try {
            ObjectNode entry = (ObjectNode) JSON.readTree(text);
            StatementIssues.shorten(entry);
            return entry;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
