package org.parley.seed.write;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.hibernate.type.StandardBasicTypes;

/** The SQL of a load, but for the rows that it inserts. */
final class LoadQueries {

    private static final List<String> CHILDREN = List.of("participation.meeting_id", "signature.agreement_id", "provision.agreement_id",
            "statement_reply.statement_id", "statement_reference.statement_id", "involvement.record_id", "record_issue.record_id",
            "attestation.record_id", "resolution.record_id");

    private final StatelessSession session;

    LoadQueries(StatelessSession session) {
        this.session = session;
    }

    /** Lets nobody else write until this transaction ends. Comes first: what is read before a lock is of an older moment. */
    void lock() {
        session.createNativeMutationQuery("lock table record in share row exclusive mode").executeUpdate();
    }

    /** Every record: kind, slug, key and digest. */
    List<Object[]> records() {
        return session.createNativeQuery("select kind, slug, id, digest from record", Object[].class)
                .addScalar("kind", StandardBasicTypes.STRING).addScalar("slug", StandardBasicTypes.STRING)
                .addScalar("id", StandardBasicTypes.LONG).addScalar("digest", StandardBasicTypes.STRING).getResultList();
    }

    void setDigests(List<Long> keys, List<String> digests) {
        session.createNativeMutationQuery("""
                update record r set digest = d.digest
                from unnest(cast(:keys as bigint[]), cast(:digests as text[])) d (id, digest) where r.id = d.id""")
                .setParameter("keys", keys.toArray(Long[]::new)).setParameter("digests", digests.toArray(String[]::new)).executeUpdate();
    }

    /** Every office: holder, title and key. */
    List<Object[]> offices() {
        return session.createNativeQuery("select holder_id, title, id from office", Object[].class)
                .addScalar("holder_id", StandardBasicTypes.LONG).addScalar("title", StandardBasicTypes.STRING)
                .addScalar("id", StandardBasicTypes.LONG).getResultList();
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

    /** Works out anew what the tables derive from the records: whom each counts for, and the words it is found by. */
    void derive() {
        session.createNativeQuery("select cast(derive() as text)", String.class).getResultList();
    }

    /** The data set has changed. */
    void raiseRevision(Instant now) {
        session.createNativeMutationQuery("update dataset set revision = revision + 1, loaded_at = :now").setParameter("now", now)
                .executeUpdate();
    }
}
