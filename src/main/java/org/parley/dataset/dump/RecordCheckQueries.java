package org.parley.dataset.dump;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.parley.dataset.dump.RecordDigests.Name;

/** Queries for the recorded digests and the change log. */
final class RecordCheckQueries {

    private static final String LAST_CHANGES = "select distinct on (kind, slug) kind, slug, after from change";

    private final StatelessSession session;

    RecordCheckQueries(StatelessSession session) {
        this.session = session;
    }

    /** Makes the transaction read-only, with one snapshot for all queries. Must be called first. */
    void beginSnapshot() {
        session.createNativeMutationQuery("set transaction isolation level repeatable read, read only").executeUpdate();
    }

    /** Returns the recorded digest of each record; empty if it has none. */
    Map<Name, String> digests() {
        Map<Name, String> digests = new TreeMap<>();
        query("select kind, slug, coalesce(content, '') as content from record").getResultList()
                .forEach(row -> digests.put(new Name((String) row[0], (String) row[1]), (String) row[2]));
        return digests;
    }

    /** Returns the records that the last change did not retract, with their number of points. */
    Map<Name, Integer> lastRecorded() {
        Map<Name, Integer> points = new TreeMap<>();
        query("select kind, slug, cast(coalesce(json_array_length(after -> 'points'), 0) as text) as points from (" + LAST_CHANGES
                + " order by kind, slug, id desc) c where after is not null").getResultList()
                .forEach(row -> points.put(new Name((String) row[0], (String) row[1]), Integer.valueOf((String) row[2])));
        return points;
    }

    /** Returns the records whose entry has another slug. */
    List<Name> withOtherSlug() {
        return query("select r.kind, r.slug from entry e join record r on r.id = e.record_id where r.slug is distinct from"
                + " e.document ->> 'slug'").getResultList().stream().map(row -> new Name((String) row[0], (String) row[1])).toList();
    }

    /** Returns the entries of these records as JSON, from their last changes. A point has no entry. */
    Map<Name, String> entries(Collection<Name> names) {
        Map<Name, String> entries = new TreeMap<>();
        query("select kind, slug, cast(after as text) as entry from (" + LAST_CHANGES + """
                 where (kind, slug) in (select * from unnest(cast(:kinds as text[]), cast(:slugs as text[])))
                order by kind, slug, id desc) c where after is not null""")
                .setParameter("kinds", names.stream().map(Name::kind).toArray(String[]::new))
                .setParameter("slugs", names.stream().map(Name::slug).toArray(String[]::new)).getResultList()
                .forEach(row -> entries.put(new Name((String) row[0], (String) row[1]), (String) row[2]));
        return entries;
    }

    private NativeQuery<Object[]> query(String sql) {
        return session.createNativeQuery(sql, Object[].class);
    }
}
