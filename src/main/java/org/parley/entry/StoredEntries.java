package org.parley.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/** Reads stored entries. The points of a statement are part of its entry. */
public final class StoredEntries {

    private static final String SELECT = """
            select e.record_id, r.kind, r.slug, cast(e.document as text) as document from entry e join record r on r.id = e.record_id where\s""";
    private static final int FETCH_SIZE = 1000;

    private final StatelessSession session;

    public StoredEntries(StatelessSession session) {
        this.session = session;
    }

    /**
     * The canonical text of a stored entry.
     *
     * @param key the primary key of the record
     */
    public record Stored(Long key, Kind kind, String slug, String text) {}

    /** Returns all entries of a kind by slug. */
    public List<ObjectNode> all(Kind kind) {
        return trees(query("r.kind = :kind order by r.slug").setParameter("kind", kind.name()));
    }

    /** Returns the entries that exist among these slugs, by slug. */
    public List<ObjectNode> ofSlugs(Kind kind, Collection<String> slugs) {
        return slugs.isEmpty() ? List.of() : trees(query("r.kind = :kind and r.slug = any(cast(:slugs as text[])) order by r.slug")
                .setParameter("kind", kind.name()).setParameter("slugs", slugs.toArray(String[]::new)));
    }

    /** Returns the entries of the records with these keys. */
    public List<Stored> ofKeys(Collection<Long> keys) {
        return query("e.record_id = any(cast(:keys as bigint[]))").setParameter("keys", keys.toArray(Long[]::new)).getResultList().stream()
                .map(row -> new Stored((Long) row[0], Kind.valueOf((String) row[1]), (String) row[2], (String) row[3])).toList();
    }

    private NativeQuery<Object[]> query(String where) {
        return session.createNativeQuery(SELECT + where, Object[].class);
    }

    /** Returns an entry with only the slug if the stored text is not an entry of that slug, so that a comparison reports it. */
    private static ObjectNode tree(String slug, String text) {
        JsonNode tree = CanonicalEntry.read(text);
        return tree instanceof ObjectNode entry && slug.equals(entry.path("slug").textValue()) ? entry
                : JsonNodeFactory.instance.objectNode().put("slug", slug);
    }

    private static List<ObjectNode> trees(NativeQuery<Object[]> query) {
        List<ObjectNode> entries = new ArrayList<>();
        try (Stream<Object[]> rows = query.setFetchSize(FETCH_SIZE).getResultStream()) {
            rows.forEach(row -> entries.add(tree((String) row[2], (String) row[3])));
        }
        return entries;
    }
}
