package org.parley.seed.write;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.type.StandardBasicTypes;
import org.parley.seed.read.SeedKind;
import org.parley.seed.stored.LocatorSql;
import org.parley.seed.write.Circles.Line;

/** What a load asks beside what it writes: what the files brought so far. */
final class LoadQueries {

    private final StatelessSession session;

    LoadQueries(StatelessSession session) {
        this.session = session;
    }

    /** Every record: kind, slug, the digest of its file's entry, that of what it says, and the slug of the statement whose point it is. */
    List<Object[]> records() {
        return session.createNativeQuery("""
                select r.kind, r.slug, r.digest, r.content, s.slug as statement from record r left join position p on p.id = r.id
                left join record s on s.id = p.statement_id""", Object[].class).addScalar("kind", StandardBasicTypes.STRING)
                .addScalar("slug", StandardBasicTypes.STRING).addScalar("digest", StandardBasicTypes.STRING)
                .addScalar("content", StandardBasicTypes.STRING).addScalar("statement", StandardBasicTypes.STRING).getResultList();
    }

    /** What files brought and editors retracted: kind, slug and the digest of the file's entry. */
    List<Object[]> retracted() {
        return session.createNativeQuery("select kind, slug, digest from retracted", Object[].class)
                .addScalar("kind", StandardBasicTypes.STRING).addScalar("slug", StandardBasicTypes.STRING)
                .addScalar("digest", StandardBasicTypes.STRING).getResultList();
    }

    /** The titles of the offices that these actors have, as they stand. */
    Map<String, Set<String>> officeTitles(Collection<String> holders) {
        Map<String, Set<String>> titles = new HashMap<>();
        session.createNativeQuery("""
                select a.slug, o.title from office o join actor a on a.id = o.holder_id where a.slug = any(cast(:holders as text[]))""",
                Object[].class).setParameter("holders", holders.toArray(String[]::new)).addScalar("slug", StandardBasicTypes.STRING)
                .addScalar("title", StandardBasicTypes.STRING).getResultList()
                .forEach(row -> titles.computeIfAbsent((String) row[0], none -> new HashSet<>()).add((String) row[1]));
        return titles;
    }

    /**
     * Attestations that this revision wrote, or whose source it wrote, at a paragraph or footnote that the source does not have: kind and
     * slug of the record, the locator, and the source's slug.
     */
    List<Object[]> beyond(long revision) {
        return session.createNativeQuery(String.format(Locale.ROOT, """
                select distinct lower(r.kind) as kind, r.slug, t.locator, s.slug as source from attestation t
                join source s on s.id = t.source_id join record r on r.id = t.record_id
                where :revision in (t.since, s.since) and %s""", LocatorSql.beyond("s.paragraphs", "s.footnotes")), Object[].class)
                .setParameter("revision", revision).addScalar("kind", StandardBasicTypes.STRING)
                .addScalar("slug", StandardBasicTypes.STRING).addScalar("locator", StandardBasicTypes.STRING)
                .addScalar("source", StandardBasicTypes.STRING).getResultList();
    }

    /**
     * Records of which this revision wrote that they are part of another, or answer it, which leads back to them: kind, slug, and the
     * other's.
     */
    List<Object[]> circles(long revision) {
        List<Line> lines = session.createNativeQuery("""
                select id, part_of_id as next, since from actor where part_of_id is not null
                union all select id, broader_id, since from issue where broader_id is not null
                union all select id, part_of_id, since from meeting where part_of_id is not null
                union all select statement_id, in_reply_to_id, since from statement_reply""", Object[].class)
                .addScalar("id", StandardBasicTypes.LONG).addScalar("next", StandardBasicTypes.LONG)
                .addScalar("since", StandardBasicTypes.LONG).getResultList().stream()
                .map(row -> new Line((Long) row[0], (Long) row[1], (Long) row[2])).toList();
        List<Line> closed = Circles.of(lines).stream().filter(line -> line.since() == revision).toList();
        return closed.isEmpty() ? List.of() : session.createNativeQuery("""
                select lower(r.kind) as kind, r.slug, n.slug as next
                from unnest(cast(:froms as bigint[]), cast(:tos as bigint[])) l (id, next)
                join record r on r.id = l.id join record n on n.id = l.next""", Object[].class)
                .setParameter("froms", closed.stream().map(Line::from).toArray(Long[]::new))
                .setParameter("tos", closed.stream().map(Line::to).toArray(Long[]::new)).addScalar("kind", StandardBasicTypes.STRING)
                .addScalar("slug", StandardBasicTypes.STRING).addScalar("next", StandardBasicTypes.STRING).getResultList();
    }

    /** The files no longer hold these: where they do again, that is news. */
    void forgetRetracted(SeedKind kind, Collection<String> slugs) {
        session.createNativeMutationQuery("delete from retracted where kind = :kind and slug = any(cast(:slugs as text[]))")
                .setParameter("kind", kind.name()).setParameter("slugs", slugs.toArray(String[]::new)).executeUpdate();
    }

    /** The data set was loaded with a change, that of the newest revision. */
    void setLoadedAt() {
        session.createNativeMutationQuery("update dataset d set loaded_at = r.at from revision r where r.number = d.revision")
                .executeUpdate();
    }
}
