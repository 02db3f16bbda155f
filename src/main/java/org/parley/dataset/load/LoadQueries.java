package org.parley.dataset.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.parley.dataset.load.CycleFinder.Reference;
import org.parley.entry.DateOrderSql;
import org.parley.entry.LocatorSql;
import org.parley.entry.WordingSql;
import org.parley.entry.write.Tables;
import org.parley.record.Kind;

/** Queries of a load: the state of the records, and conflicts with changes by editors. */
final class LoadQueries {

    /**
     * All references between records of one kind that must not form a cycle: the two keys, the revision that wrote the reference, and the
     * relation within which cycles count.
     */
    private static final String REFERENCES = Tables.acyclic().stream()
            .map(one -> String.format(Locale.ROOT,
                    "select %1$s as id, %2$s as next, since, %4$s as relation from %3$s where %2$s is not null", one.reference().owner(),
                    one.reference().column(), one.reference().table(), one.relation()))
            .collect(Collectors.joining(" union all "));

    private final StatelessSession session;

    LoadQueries(StatelessSession session) {
        this.session = session;
    }

    /**
     * Returns all records: kind, slug, digest of the entry in the files, digest of the current entry, and for a point the slug of its
     * statement.
     */
    List<Object[]> records() {
        return session.createNativeQuery("""
                select r.kind, r.slug, r.digest, r.content, s.slug as statement from record r left join position p on p.id = r.id
                left join record s on s.id = p.statement_id""", Object[].class).getResultList();
    }

    /** Returns the records that a file had and an editor retracted: kind, slug and digest of the entry in the file. */
    List<Object[]> retracted() {
        return session.createNativeQuery("select kind, slug, digest from retracted", Object[].class).getResultList();
    }

    /** Returns the titles of the current offices of these actors. */
    Map<String, Set<String>> officeTitles(Collection<String> holders) {
        Map<String, Set<String>> titles = new HashMap<>();
        session.createNativeQuery("""
                select a.slug, o.title from office o join actor a on a.id = o.holder_id where a.slug = any(cast(:holders as text[]))""",
                Object[].class).setParameter("holders", holders.toArray(String[]::new)).getResultList()
                .forEach(row -> titles.computeIfAbsent((String) row[0], none -> new HashSet<>()).add((String) row[1]));
        return titles;
    }

    /** Returns the records that have one of these identifiers: scheme, value, kind and slug. */
    List<Object[]> identified(List<String> schemes, List<String> values) {
        return session.createNativeQuery("""
                select i.scheme, i.value, r.kind, r.slug from unnest(cast(:schemes as text[]), cast(:values as text[])) k (scheme, value)
                join identifier i on i.scheme = k.scheme and i.value = k.value join record r on r.id = i.record_id""", Object[].class)
                .setParameter("schemes", schemes.toArray(String[]::new)).setParameter("values", values.toArray(String[]::new))
                .getResultList();
    }

    /**
     * Returns the attestations with a locator that the source does not have, if the revision wrote the attestation or the source: kind and
     * slug of the record, locator, and slug of the source.
     */
    List<Object[]> invalidLocators(long revision) {
        return session
                .createNativeQuery(String.format(Locale.ROOT, """
                        select distinct lower(r.kind) as kind, r.slug, t.locator, s.slug as source from attestation t
                        join source s on s.id = t.source_id join record r on r.id = t.record_id
                        where :revision in (t.since, s.since) and %s""", LocatorSql.invalid("s.paragraphs", "s.footnotes", "s.kind")),
                        Object[].class)
                .setParameter("revision", revision).setParameter("kinds", LocatorSql.kinds())
                .setParameter("patterns", LocatorSql.patterns()).getResultList();
    }

    /** Returns the provisions with a wording that no official document attests: kind and slug of the agreement, number. */
    List<Object[]> unattestedWordings() {
        return session
                .createNativeQuery(
                        "select 'agreement' as kind, a.slug, p.number from provision p join agreement a"
                                + " on a.id = p.agreement_id where " + WordingSql.unattested("ws.kind") + " order by a.slug, p.number",
                        Object[].class)
                .getResultList();
    }

    /** Returns the references to later records that only earlier ones may have: kind, slug, and slug of the referenced record. */
    List<Object[]> referencesToLater() {
        return session.createNativeQuery("select d.kind, d.slug, d.other from (" + DateOrderSql.REFERENCES
                + ") d where d.latest < d.other_earliest order by d.kind, d.slug, d.other", Object[].class).getResultList();
    }

    /**
     * Returns the references of this revision that are part of a cycle: kind and slug of the record, and slug of the referenced record.
     */
    List<Object[]> cycles(long revision) {
        Map<Object, List<Reference>> references = session.createNativeQuery(REFERENCES, Object[].class).getResultList().stream()
                .collect(Collectors.groupingBy(row -> row[3],
                        Collectors.mapping(row -> new Reference((Long) row[0], (Long) row[1], (Long) row[2]), Collectors.toList())));
        List<Reference> cycles = references.values().stream().flatMap(relation -> CycleFinder.of(relation).stream())
                .filter(reference -> reference.since() == revision).toList();
        return cycles.isEmpty() ? List.of()
                : session.createNativeQuery("""
                        select lower(r.kind) as kind, r.slug, n.slug as next
                        from unnest(cast(:froms as bigint[]), cast(:tos as bigint[])) l (id, next)
                        join record r on r.id = l.id join record n on n.id = l.next""", Object[].class)
                        .setParameter("froms", cycles.stream().map(Reference::from).toArray(Long[]::new))
                        .setParameter("tos", cycles.stream().map(Reference::to).toArray(Long[]::new)).getResultList();
    }

    /** Deletes retractions whose entry is no longer in the files, so that the entry is new if it returns. */
    void forgetRetracted(Kind kind, Collection<String> slugs) {
        session.createNativeMutationQuery("delete from retracted where kind = :kind and slug = any(cast(:slugs as text[]))")
                .setParameter("kind", kind.name()).setParameter("slugs", slugs.toArray(String[]::new)).executeUpdate();
    }

    /** Sets the time of the last load that changed something to that of the newest revision. */
    void setLoadedAt() {
        session.createNativeMutationQuery("update dataset d set loaded_at = r.at from revision r where r.number = d.revision")
                .executeUpdate();
    }
}
