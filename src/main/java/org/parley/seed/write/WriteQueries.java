package org.parley.seed.write;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.hibernate.type.StandardBasicTypes;

/** The SQL of a write, but for the rows that it inserts. */
final class WriteQueries {

    private static final List<String> CHILDREN = List.of("participation.meeting_id", "signature.agreement_id", "provision.agreement_id",
            "statement_reply.statement_id", "statement_reference.statement_id", "involvement.record_id", "record_issue.record_id",
            "attestation.record_id", "resolution.record_id");

    private final StatelessSession session;

    WriteQueries(StatelessSession session) {
        this.session = session;
    }

    /** Lets nobody else write until this transaction ends. Comes first: what is read before a lock is of an older moment. */
    void lock() {
        session.createNativeMutationQuery("lock table record in share row exclusive mode").executeUpdate();
    }

    /** Begins a revision: what is written from here on is of it. */
    long raiseRevision() {
        return session.createNativeQuery("update dataset set revision = revision + 1 returning revision", Long.class).getSingleResult();
    }

    /** That moment, or that of the newest change where the clock of another process was ahead. */
    Instant moment(Instant now) {
        return session.createNativeQuery("select greatest(cast(:now as timestamptz), max(at)) as at from change", Instant.class)
                .setParameter("now", now).addScalar("at", StandardBasicTypes.INSTANT).getSingleResult();
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
        return session
                .createNativeQuery("select slug, id from position where statement_id = any(cast(:statements as bigint[]))", Object[].class)
                .setParameter("statements", statements.toArray(Long[]::new)).addScalar("slug", StandardBasicTypes.STRING)
                .addScalar("id", StandardBasicTypes.LONG).getResultList();
    }

    /** The offices of these actors: holder, title and key. */
    List<Object[]> offices(Collection<Long> holders) {
        return session
                .createNativeQuery("select holder_id, title, id from office where holder_id = any(cast(:holders as bigint[]))",
                        Object[].class)
                .setParameter("holders", holders.toArray(Long[]::new)).addScalar("holder_id", StandardBasicTypes.LONG)
                .addScalar("title", StandardBasicTypes.STRING).addScalar("id", StandardBasicTypes.LONG).getResultList();
    }

    /** Takes away all that hangs on these records, so that it can be written anew. */
    void deleteChildren(Collection<Long> records) {
        for (String child : CHILDREN) {
            String[] names = child.split("\\.");
            delete(names[0], names[1], records);
        }
    }

    void deleteOffices(Collection<Long> offices) {
        delete("office", "id", offices);
    }

    void deleteOfficesOf(Collection<Long> holders) {
        delete("office", "holder_id", holders);
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
        delete("record", "id", records);
    }

    private void delete(String table, String column, Collection<Long> keys) {
        if (!keys.isEmpty()) {
            MutationQuery query = session
                    .createNativeMutationQuery("delete from " + table + " where " + column + " = any(cast(:keys as bigint[]))");
            query.setParameter("keys", keys.toArray(Long[]::new)).executeUpdate();
        }
    }

    /** Works out what the tables derive from these records: whom each counts for, and the words it is found by. */
    void derive(Collection<Long> records) {
        session.createNativeQuery("select cast(derive(cast(:records as bigint[])) as text)", String.class)
                .setParameter("records", records.toArray(Long[]::new)).getResultList();
    }
}
