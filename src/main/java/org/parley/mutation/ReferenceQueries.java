package org.parley.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.parley.entry.StoredEntries;
import org.parley.mutation.RevisionCheck.CurrentEntry;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/** Queries of records that a mutation is checked against. All of them use an index. */
@ApplicationScoped
class ReferenceQueries {

    private static final int SIMILAR_PREFIX = 3;
    private static final int MAX_SIMILAR = 50;
    /** The maximum number of changes listed in an error. */
    private static final int MAX_REPORTED = 20;

    private final StatelessSession session;

    ReferenceQueries(StatelessSession session) {
        this.session = session;
    }

    /** Returns the reader of stored entries. */
    StoredEntries stored() {
        return new StoredEntries(session);
    }

    /** Returns the entry of a record and the revision of its last change. */
    Optional<CurrentEntry> currentEntry(Kind kind, String slug) {
        return session
                .createNativeQuery("select cast(e.document as text) as document, t.since from " + kind.word()
                        + " t join entry e on e.record_id = t.id where t.slug = :slug", Object[].class)
                .setParameter("slug", slug).getResultList().stream().findFirst()
                .map(row -> new CurrentEntry((ObjectNode) CanonicalEntry.read((String) row[0]), (Long) row[1]));
    }

    /** Returns the latest changes of a record after a revision, in order. */
    List<ChangesSince> changesSince(Kind kind, String slug, long revision) {
        return session
                .createNativeQuery("""
                        select revision, act, at, editor, why, cast(before as text) as before, cast(after as text) as after from change
                        where kind = :kind and slug = :slug and revision > :revision order by revision desc, position desc limit :max""",
                        Object[].class)
                .setParameter("kind", kind.name()).setParameter("slug", slug).setParameter("revision", revision)
                .setParameter("max", MAX_REPORTED).addScalar("revision", StandardBasicTypes.LONG)
                .addScalar("act", StandardBasicTypes.STRING).addScalar("at", StandardBasicTypes.INSTANT)
                .addScalar("editor", StandardBasicTypes.STRING).addScalar("why", StandardBasicTypes.STRING)
                .addScalar("before", StandardBasicTypes.STRING).addScalar("after", StandardBasicTypes.STRING).getResultList().stream()
                .map(ChangesSince::of).sorted(Comparator.comparing(ChangesSince::revision)).toList();
    }

    /** Returns those of the slugs that exist. */
    List<String> existing(Kind kind, Collection<String> slugs) {
        return slugs.isEmpty() ? List.of() : texts("select slug from record where kind = :kind and slug = any(cast(:slugs as text[]))")
                .setParameter("kind", kind.name()).setParameter("slugs", slugs.toArray(String[]::new)).getResultList();
    }

    /** Returns those of the slugs that are positions, but not points of this statement. */
    List<String> existingPoints(String statement, Collection<String> slugs) {
        return slugs.isEmpty() ? List.of() : texts("""
                select p.slug from position p left join statement s on s.id = p.statement_id
                where p.slug = any(cast(:slugs as text[])) and s.slug is distinct from :statement""")
                .setParameter("slugs", slugs.toArray(String[]::new)).setParameter("statement", statement).getResultList();
    }

    /** Returns kind and slug of the other records that have one of these identifiers. */
    List<Object[]> identified(Kind kind, String slug, List<String> schemes, List<String> values) {
        return schemes.isEmpty() ? List.of()
                : session.createNativeQuery("""
                        select distinct r.kind, r.slug from unnest(cast(:schemes as text[]), cast(:values as text[])) k (scheme, value)
                        join identifier i on i.scheme = k.scheme and i.value = k.value join record r on r.id = i.record_id
                        where (r.kind, r.slug) <> (:kind, :slug)""", Object[].class).setParameter("schemes", schemes.toArray(String[]::new))
                        .setParameter("values", values.toArray(String[]::new)).setParameter("kind", kind.name())
                        .setParameter("slug", String.valueOf(slug)).getResultList();
    }

    /** Returns slugs with the same first letters. */
    List<String> similarSlugs(Kind kind, String slug) {
        String letters = slug.substring(0, Math.min(slug.length(), SIMILAR_PREFIX));
        return texts("select slug from record where kind = :kind and slug >= :first and slug < :last order by slug limit " + MAX_SIMILAR)
                .setParameter("kind", kind.name()).setParameter("first", letters).setParameter("last", letters + '~').getResultList();
    }

    /** Returns the slug of the statement whose point has this slug; empty if not found. */
    Optional<String> statementOf(Kind kind, String position) {
        return kind != Kind.POSITION ? Optional.empty()
                : texts("select s.slug from position p join statement s on s.id = p.statement_id where p.slug = :position")
                        .setParameter("position", position).getResultList().stream().findFirst();
    }

    /** Returns the slugs of records with this name or alias, ignoring case and accents. */
    List<String> slugsByName(Kind kind, String name) {
        return texts("select slug from search_entry where kind = :kind and string_to_array(spelling, E'\\n') @> array[plain(:name)]")
                .setParameter("kind", kind.name()).setParameter("name", name).getResultList();
    }

    private NativeQuery<String> texts(String sql) {
        return session.createNativeQuery(sql, String.class);
    }
}
