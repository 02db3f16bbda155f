package org.parley.edit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Statement;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.parley.seed.read.SeedKind;
import org.parley.seed.stored.LocatorSql;
import org.parley.seed.stored.StoredEntries;

/** What a change has to know of the record beside the entries that it names. Each asks an index: none reads every record. */
@ApplicationScoped
class EditQueries {

    private static final int LETTERS_ALIKE = 3;
    private static final int MOST_ALIKE = 50;
    /** As many as are told. */
    private static final int MOST_TOLD = 20;

    private final StatelessSession session;

    EditQueries(StatelessSession session) {
        this.session = session;
    }

    /** Marks where the transaction stands, for `undo`. */
    void mark() {
        execute("savepoint unchanged");
    }

    /** Undoes what this transaction wrote since `mark`. */
    void undo() {
        execute("rollback to savepoint unchanged");
    }

    private void execute(String sql) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    /** The entries of the record. */
    StoredEntries stored() {
        return new StoredEntries(session);
    }

    /** The revision since which a record stands as it is; null where there is none of that slug. */
    Long since(SeedKind kind, String slug) {
        return session.createNativeQuery("select since from " + kind.word() + " where slug = :slug", Long.class).setParameter("slug", slug)
                .getResultList().stream().findFirst().orElse(null);
    }

    /** What was done to a record after that revision, in its order. */
    List<Since> changesSince(SeedKind kind, String slug, long revision) {
        return session
                .createNativeQuery("""
                        select revision, act, at, editor, why, cast(before as text) as before, cast(after as text) as after from change
                        where kind = :kind and slug = :slug and revision > :revision order by revision desc, position desc limit :most""",
                        Object[].class)
                .setParameter("kind", kind.name()).setParameter("slug", slug).setParameter("revision", revision)
                .setParameter("most", MOST_TOLD).addScalar("revision", StandardBasicTypes.LONG).addScalar("act", StandardBasicTypes.STRING)
                .addScalar("at", StandardBasicTypes.INSTANT).addScalar("editor", StandardBasicTypes.STRING)
                .addScalar("why", StandardBasicTypes.STRING).addScalar("before", StandardBasicTypes.STRING)
                .addScalar("after", StandardBasicTypes.STRING).getResultList().stream().map(Since::of)
                .sorted(Comparator.comparing(Since::revision)).toList();
    }

    /** Whether a revision changed anything. */
    boolean isChange(long revision) {
        return !session.createNativeQuery("select 1 from change where revision = :revision limit 1", Integer.class)
                .setParameter("revision", revision).getResultList().isEmpty();
    }

    /** Which of these slugs name a record of that kind. */
    List<String> taken(SeedKind kind, Collection<String> slugs) {
        return slugs.isEmpty() ? List.of() : texts("select slug from record where kind = :kind and slug = any(cast(:slugs as text[]))")
                .setParameter("kind", kind.name()).setParameter("slugs", slugs.toArray(String[]::new)).getResultList();
    }

    /** Which of these slugs name a position that is no point of that statement. */
    List<String> takenPoints(String statement, Collection<String> slugs) {
        return slugs.isEmpty() ? List.of() : texts("""
                select p.slug from position p left join statement s on s.id = p.statement_id
                where p.slug = any(cast(:slugs as text[])) and s.slug is distinct from :statement""")
                .setParameter("slugs", slugs.toArray(String[]::new)).setParameter("statement", statement).getResultList();
    }

    /** Slugs that begin alike. */
    List<String> near(SeedKind kind, String slug) {
        String letters = slug.substring(0, Math.min(slug.length(), LETTERS_ALIKE));
        return texts("select slug from record where kind = :kind and slug >= :first and slug < :last order by slug limit " + MOST_ALIKE)
                .setParameter("kind", kind.name()).setParameter("first", letters).setParameter("last", letters + '~').getResultList();
    }

    /** The statement of which the record of that slug is a point; empty where it is none. */
    Optional<String> statementOf(SeedKind kind, String position) {
        return kind != SeedKind.POSITION ? Optional.empty()
                : texts("select s.slug from position p join statement s on s.id = p.statement_id where p.slug = :position")
                        .setParameter("position", position).getResultList().stream().findFirst();
    }

    /** The slugs of the records of that kind that go by a name, whatever its case and accents. */
    List<String> named(SeedKind kind, String name) {
        String sql = kind == SeedKind.PLACE
                ? "select slug from place where plain(:name) = any(string_to_array(plain(name, aliases), E'\\n'))"
                : String.format(Locale.ROOT, """
                        select slug from search_entry where kind = '%s'
                        and string_to_array(spelling, E'\\n') @> array[plain(:name)]""", kind.name());
        return texts(sql).setParameter("name", name).getResultList();
    }

    /** What attests beyond so many paragraphs or footnotes of a source: kind and slug of the record, and the locator. */
    List<Object[]> beyond(String source, int paragraphs, int footnotes) {
        return session.createNativeQuery(String.format(Locale.ROOT, """
                select distinct lower(r.kind) as kind, r.slug, t.locator from attestation t join record r on r.id = t.record_id
                where t.source_id = (select s.id from source s where s.slug = :source) and %s
                order by kind, r.slug, t.locator limit :most""", LocatorSql.beyond(":paragraphs", ":footnotes")), Object[].class)
                .setParameter("source", source).setParameter("paragraphs", paragraphs).setParameter("footnotes", footnotes)
                .setParameter("most", MOST_TOLD).addScalar("kind", StandardBasicTypes.STRING).addScalar("slug", StandardBasicTypes.STRING)
                .addScalar("locator", StandardBasicTypes.STRING).getResultList();
    }

    private NativeQuery<String> texts(String sql) {
        return session.createNativeQuery(sql, String.class);
    }
}
