package org.parley.seed.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.MutationQuery;
import org.parley.seed.entry.Seed;
import org.parley.seed.read.SeedKind;
import org.parley.seed.write.Filed.Stored;

/** The rows of `record`: they give new entries their keys, and say what a file brought and what stands now. */
final class RecordRows {

    /** What an editor records anew is again what the file brought, as long as its entry is the same. */
    private static final String INSERT = """
            insert into record (kind, slug, digest, content)
            select n.kind, n.slug, coalesce(n.digest, r.digest), n.content
            from unnest(cast(:kinds as text[]), cast(:slugs as text[]), cast(:digests as text[]), cast(:contents as text[]))
                n (kind, slug, digest, content) left join retracted r on r.kind = n.kind and r.slug = n.slug
            returning kind, slug, id""";

    private static final String UPDATE = """
            update record r set digest = coalesce(n.digest, r.digest), content = n.content
            from unnest(cast(:kinds as text[]), cast(:slugs as text[]), cast(:digests as text[]), cast(:contents as text[]))
                n (kind, slug, digest, content) where r.kind = n.kind and r.slug = n.slug""";

    private static final String KNOWN_AGAIN = """
            delete from retracted r using unnest(cast(:kinds as text[]), cast(:slugs as text[])) n (kind, slug)
            where r.kind = n.kind and r.slug = n.slug""";

    private final StatelessSession session;
    private final List<Stored> rows = new ArrayList<>();

    RecordRows(StatelessSession session) {
        this.session = session;
    }

    void add(SeedKind kind, Seed seed, String content, boolean ofFile) {
        add(new Stored(kind, seed.slug(), ofFile ? content : null, content, null));
    }

    void add(Stored row) {
        rows.add(row);
    }

    /** Inserts them, and learns their keys. */
    void insert(Keys keys) {
        for (List<Stored> some : Batches.of(rows, Rows.BATCH)) {
            for (Object[] row : bind(session.createNativeQuery(INSERT, Object[].class), some).getResultList()) {
                keys.put(SeedKind.valueOf((String) row[0]), (String) row[1], ((Number) row[2]).longValue());
            }
            MutationQuery known = session.createNativeMutationQuery(KNOWN_AGAIN);
            known.setParameter("kinds", column(some, row -> row.kind().name())).setParameter("slugs", column(some, Stored::slug))
                    .executeUpdate();
        }
    }

    /** Gives the rows that are there what these say. */
    void update() {
        Batches.of(rows, Rows.BATCH).forEach(some -> bind(session.createNativeMutationQuery(UPDATE), some).executeUpdate());
    }

    private static <Q extends CommonQueryContract> Q bind(Q query, List<Stored> some) {
        query.setParameter("kinds", column(some, row -> row.kind().name())).setParameter("slugs", column(some, Stored::slug))
                .setParameter("digests", column(some, Stored::digest)).setParameter("contents", column(some, Stored::content));
        return query;
    }

    private static String[] column(List<Stored> some, Function<Stored, String> value) {
        return some.stream().map(value).toArray(String[]::new);
    }
}
