package org.parley.entry.write;

import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.hibernate.type.StandardBasicTypes;
import org.parley.record.Kind;
import org.parley.record.Table;

/** SQL of a write, except for inserting rows. */
final class WriteQueries {

    private static final String UPDATE_OFFICE_SIDES = """
            with participations as (
                update participation p set on_behalf_of_id = o.of_id from office o, actor a, entry e
                where o.holder_id = any(cast(:holders as bigint[])) and p.office_id = o.id and p.on_behalf_of_id is distinct from o.of_id
                    and a.id = p.actor_id and e.record_id = p.meeting_id and not exists (
                        select from json_array_elements(e.document -> 'participations') x where x ->> 'actor' = a.slug
                            and x ->> 'onBehalfOf' is not null and p.role in (select json_array_elements_text(x -> 'roles')))
                returning p.meeting_id as id
            ), signatures as (
                update signature s set on_behalf_of_id = o.of_id from office o, actor a, entry e
                where o.holder_id = any(cast(:holders as bigint[])) and s.office_id = o.id and s.on_behalf_of_id is distinct from o.of_id
                    and a.id = s.actor_id and e.record_id = s.agreement_id and not exists (
                        select from json_array_elements(e.document -> 'signatories') x where x ->> 'actor' = a.slug
                            and x ->> 'onBehalfOf' is not null)
                returning s.agreement_id as id
            ), roles as (
                update agreement_participation p set on_behalf_of_id = o.of_id from office o, actor a, entry e
                where o.holder_id = any(cast(:holders as bigint[])) and p.office_id = o.id and p.on_behalf_of_id is distinct from o.of_id
                    and a.id = p.actor_id and e.record_id = p.agreement_id and not exists (
                        select from json_array_elements(e.document -> 'participations') x where x ->> 'actor' = a.slug
                            and x ->> 'onBehalfOf' is not null and p.role in (select json_array_elements_text(x -> 'roles')))
                returning p.agreement_id as id
            )
            select id from participations union select id from signatures union select id from roles""";

    private final StatelessSession session;

    WriteQueries(StatelessSession session) {
        this.session = session;
    }

    /** Locks out other writes until the transaction ends, and sets its timeouts. */
    void begin(WriteTimeouts bounds) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(bounds.begin(connection.getMetaData().getDatabaseMajorVersion()));
            }
        });
    }

    /** Starts a revision and returns its number. */
    long raiseRevision() {
        return session.createNativeQuery("update dataset set revision = revision + 1 returning revision", Long.class).getSingleResult();
    }

    /** Sets the time of the revision, which is later than that of all earlier ones. */
    Instant stampRevision() {
        return session.createNativeQuery("select stamp_revision() as at", Instant.class).addScalar("at", StandardBasicTypes.INSTANT)
                .getSingleResult();
    }

    /** Returns kind, slug and key of the records that exist. */
    List<Object[]> keys(List<String> kinds, List<String> slugs) {
        return session.createNativeQuery("""
                select r.kind, r.slug, r.id from unnest(cast(:kinds as text[]), cast(:slugs as text[])) k (kind, slug)
                join record r on r.kind = k.kind and r.slug = k.slug""", Object[].class).setParameter("kinds", kinds.toArray(String[]::new))
                .setParameter("slugs", slugs.toArray(String[]::new)).getResultList();
    }

    /** Returns slug and key of the points of these statements. */
    List<Object[]> points(Collection<Long> statements) {
        return statements.isEmpty() ? List.of() : session
                .createNativeQuery("select slug, id from position where statement_id = any(cast(:statements as bigint[]))", Object[].class)
                .setParameter("statements", statements.toArray(Long[]::new)).getResultList();
    }

    /**
     * Returns rows of a table with an identity column: owner, identity, key, for an office the key of the state or body it belongs to, and
     * the number among the rows of that identity.
     */
    List<Object[]> identified(Table table, Collection<Long> owners) {
        return owners.isEmpty() ? List.of()
                : session
                        .createNativeQuery(String.format(Locale.ROOT,
                                "select %s as owner, cast(%s as text) as name, id, %s as of_id, %s as number from %s"
                                        + " where %1$s = any(cast(:owners as bigint[]))",
                                table.owner(), table.identity(), table.name().equals(Tables.OFFICE) ? Tables.OFFICE_OF : "null::bigint",
                                table.number() == null ? "1" : table.number(), table.name()), Object[].class)
                        .setParameter("owners", owners.toArray(Long[]::new)).getResultList();
    }

    /**
     * Updates `onBehalfOf` of participations and signatures in an office of these holders to the state or body that the office now belongs
     * to, unless the entry states it. Returns the keys of the meetings and agreements that changed.
     */
    List<Long> updateOfficeSides(Collection<Long> holders) {
        return holders.isEmpty() ? List.of() : session.createNativeQuery(UPDATE_OFFICE_SIDES, Long.class)
                .setParameter("holders", holders.toArray(Long[]::new)).getResultList();
    }

    /** Deletes the rows of the lists of these records, before they are inserted again. */
    void deleteDetails(Map<Kind, ? extends Collection<Long>> records) {
        List<Long> keys = records.values().stream().flatMap(Collection::stream).toList();
        Map<String, String> tables = new LinkedHashMap<>();
        records.forEach((kind, batch) -> {
            if (!batch.isEmpty()) {
                tables.putAll(Tables.details(kind));
            }
        });
        List<String> deletions = tables.entrySet().stream()
                .map(table -> "delete from " + table.getKey() + " where " + table.getValue() + " = any(cast(:keys as bigint[]))").toList();
        if (!deletions.isEmpty()) {
            delete(Batches.combine(deletions), keys);
        }
    }

    /** Deletes rows by primary key. */
    void deleteRows(Table table, Collection<Long> rows) {
        delete("delete from " + table.name() + " where id = any(cast(:keys as bigint[]))", rows);
    }

    void deleteOfficesOf(Collection<Long> holders) {
        delete("delete from office where holder_id = any(cast(:keys as bigint[]))", holders);
    }

    /** Keeps the digests of retracted records that came from files, so that a load of the same entry does not restore them. */
    void keepRetractedDigests(Collection<Long> records) {
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

    /** Updates the derived tables for these records. */
    void derive(Collection<Long> records) {
        session.createNativeQuery("select cast(derive(cast(:records as bigint[])) as text)", String.class)
                .setParameter("records", records.toArray(Long[]::new)).getResultList();
    }
}
