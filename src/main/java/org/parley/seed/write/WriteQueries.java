package org.parley.seed.write;

import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.type.StandardBasicTypes;

/** The SQL of a write, but for the rows that it inserts. */
final class WriteQueries {

    private static final String DELETE_CHILDREN = """
            with participations as (delete from participation where meeting_id = any(cast(:keys as bigint[]))),
                signatures as (delete from signature where agreement_id = any(cast(:keys as bigint[]))),
                provisions as (delete from provision where agreement_id = any(cast(:keys as bigint[]))),
                replies as (delete from statement_reply where statement_id = any(cast(:keys as bigint[]))),
                mentions as (delete from statement_reference where statement_id = any(cast(:keys as bigint[]))),
                involvements as (delete from involvement where record_id = any(cast(:keys as bigint[]))),
                issues as (delete from record_issue where record_id = any(cast(:keys as bigint[]))),
                happenings as (delete from happening where record_id = any(cast(:keys as bigint[]))),
                attestations as (delete from attestation where record_id = any(cast(:keys as bigint[])))
            delete from resolution where record_id = any(cast(:keys as bigint[]))""";

    private final StatelessSession session;

    WriteQueries(StatelessSession session) {
        this.session = session;
    }

    /** Locks out other writes until this transaction ends, which it does within these bounds. */
    void begin(WriteBounds bounds) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(bounds.begin(connection.getMetaData().getDatabaseMajorVersion()));
            }
        });
    }

    /** Begins a revision: what is written from here on is of it. */
    long raiseRevision() {
        return session.createNativeQuery("update dataset set revision = revision + 1 returning revision", Long.class).getSingleResult();
    }

    /** Gives the revision its time, which is later than that of all before it. */
    Instant stampRevision() {
        return session.createNativeQuery("select stamp_revision() as at", Instant.class).addScalar("at", StandardBasicTypes.INSTANT)
                .getSingleResult();
    }

    /** The keys of those of these records that there are: kind, slug and key. */
    List<Object[]> keys(List<String> kinds, List<String> slugs) {
        return session.createNativeQuery("""
                select r.kind, r.slug, r.id from unnest(cast(:kinds as text[]), cast(:slugs as text[])) k (kind, slug)
                join record r on r.kind = k.kind and r.slug = k.slug""", Object[].class).setParameter("kinds", kinds.toArray(String[]::new))
                .setParameter("slugs", slugs.toArray(String[]::new)).addScalar("kind", StandardBasicTypes.STRING)
                .addScalar("slug", StandardBasicTypes.STRING).addScalar("id", StandardBasicTypes.LONG).getResultList();
    }

    /** The points of these statements: slug and key. */
    List<Object[]> points(Collection<Long> statements) {
        return statements.isEmpty() ? List.of() : session
                .createNativeQuery("select slug, id from position where statement_id = any(cast(:statements as bigint[]))", Object[].class)
                .setParameter("statements", statements.toArray(Long[]::new)).addScalar("slug", StandardBasicTypes.STRING)
                .addScalar("id", StandardBasicTypes.LONG).getResultList();
    }

    /** The offices of these actors: holder, title and key. */
    List<Object[]> offices(Collection<Long> holders) {
        return holders.isEmpty() ? List.of()
                : session
                        .createNativeQuery("select holder_id, title, id from office where holder_id = any(cast(:holders as bigint[]))",
                                Object[].class)
                        .setParameter("holders", holders.toArray(Long[]::new)).addScalar("holder_id", StandardBasicTypes.LONG)
                        .addScalar("title", StandardBasicTypes.STRING).addScalar("id", StandardBasicTypes.LONG).getResultList();
    }

    /** Takes away all that hangs on these records, so that it can be written anew. */
    void deleteChildren(Collection<Long> records) {
        delete(DELETE_CHILDREN, records);
    }

    void deleteOffices(Collection<Long> offices) {
        delete("delete from office where id = any(cast(:keys as bigint[]))", offices);
    }

    void deleteOfficesOf(Collection<Long> holders) {
        delete("delete from office where holder_id = any(cast(:keys as bigint[]))", holders);
    }

    /** Of these records, those that files brought are not to come back by the same entries. */
    void noteRetracted(Collection<Long> records) {
        session.createNativeMutationQuery("""
                insert into retracted (kind, slug, digest)
                select kind, slug, digest from record where id = any(cast(:keys as bigint[])) and digest is not null
                on conflict (kind, slug) do update set digest = excluded.digest""").setParameter("keys", records.toArray(Long[]::new))
                .executeUpdate();
    }

    void deleteRecords(Collection<Long> records) {
        delete("delete from record where id = any(cast(:keys as bigint[]))", records);
    }

    private void delete(String sql, Collection<Long> keys) {
        if (!keys.isEmpty()) {
            session.createNativeMutationQuery(sql).setParameter("keys", keys.toArray(Long[]::new)).executeUpdate();
        }
    }

    /** Works out what the tables derive from these records: whom each counts for, and the words it is found by. */
    void derive(Collection<Long> records) {
        session.createNativeQuery("select cast(derive(cast(:records as bigint[])) as text)", String.class)
                .setParameter("records", records.toArray(Long[]::new)).getResultList();
    }
}
