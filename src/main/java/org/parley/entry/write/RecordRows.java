package org.parley.entry.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.statement.Points;

/** Rows of the tables `record` and `entry`. Inserting into `record` gives a new entry its key. */
final class RecordRows {

    private static final String WRITTEN = """
            with n as (select * from unnest(cast(:kinds as text[]), cast(:slugs as text[]), cast(:digests as text[]),
                cast(:contents as text[]), cast(:entries as json[]), cast(:points as boolean[])) n (kind, slug, digest, content, document, is_point)),""";

    /** Restores the digest of a retracted record, so that a load whose file is unchanged leaves the record alone. */
    private static final String INSERT = WRITTEN + """
             restored as (delete from retracted r using n where r.kind = n.kind and r.slug = n.slug),
            inserted as (
                insert into record (kind, slug, digest, content) select n.kind, n.slug, coalesce(n.digest, r.digest), n.content
                from n left join retracted r on r.kind = n.kind and r.slug = n.slug returning kind, slug, id),
            entries as (
                insert into entry (record_id, document) select r.id, n.document
                from n join inserted r on r.kind = n.kind and r.slug = n.slug where n.document is not null)
            select kind, slug, id from inserted""";

    private static final String UPDATE = WRITTEN + """
             entries as (
                insert into entry (record_id, document) select r.id, n.document
                from n join record r on r.kind = n.kind and r.slug = n.slug where n.document is not null
                on conflict (record_id) do update set document = excluded.document),
            removed as (
                delete from entry e using n join record r on r.kind = n.kind and r.slug = n.slug where n.is_point and e.record_id = r.id)
            update record r set digest = coalesce(n.digest, r.digest), content = n.content
            from n where r.kind = n.kind and r.slug = n.slug""";

    /**
     * A row to write.
     *
     * @param written null if the stored entry is unchanged
     */
    private record Row(RecordState record, CanonicalEntry written) {

        /** Whether the entry is a point of a statement. */
        boolean isPoint() {
            return written != null && Points.isPoint(written);
        }

        /** Returns the text of the entry; null if the record is removed, or is a point of a statement. */
        String entry() {
            return written == null || isPoint() ? null : written.text();
        }
    }

    private final StatelessSession session;
    private final List<Row> rows = new ArrayList<>();

    RecordRows(StatelessSession session) {
        this.session = session;
    }

    void add(CanonicalEntry entry, String content, boolean ofFile) {
        rows.add(new Row(new RecordState(entry.kind(), entry.slug(), ofFile ? content : null, content, null), entry));
    }

    void add(RecordState record) {
        rows.add(new Row(record, null));
    }

    /** Inserts the rows and adds their keys. */
    void insert(RowKeys keys) {
        for (List<Row> batch : Batches.of(rows, TableRows.BATCH)) {
            for (Object[] row : bind(session.createNativeQuery(INSERT, Object[].class), batch).getResultList()) {
                keys.put(Kind.valueOf((String) row[0]), (String) row[1], ((Number) row[2]).longValue());
            }
        }
    }

    /** Updates existing rows. */
    void update() {
        Batches.of(rows, TableRows.BATCH).forEach(batch -> bind(session.createNativeMutationQuery(UPDATE), batch).executeUpdate());
    }

    private static <Q extends CommonQueryContract> Q bind(Q query, List<Row> batch) {
        query.setParameter("kinds", column(batch, row -> row.record.kind().name()))
                .setParameter("slugs", column(batch, row -> row.record.slug()))
                .setParameter("digests", column(batch, row -> row.record.digest()))
                .setParameter("contents", column(batch, row -> row.record.content())).setParameter("entries", column(batch, Row::entry))
                .setParameter("points", batch.stream().map(Row::isPoint).toArray(Boolean[]::new));
        return query;
    }

    private static String[] column(List<Row> batch, Function<Row, String> value) {
        return batch.stream().map(value).toArray(String[]::new);
    }
}
