package org.parley.entry.write;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Finds records that refer to records or offices to be removed. */
final class Referrers {

    /**
     * All foreign keys that restrict a removal. Lateral subqueries with a limit make the planner use an index for each row: few rows match,
     * and no table must be scanned.
     */
    private static final String FORM = """
            with referring (owner_id, record_id, office_id) as not materialized (
                %s
            ), found as (
                select owner_id, record_id, null::bigint as office_id from referring where record_id = any(cast(:records as bigint[]))
                union select owner_id, null, office_id from referring where office_id = any(cast(:offices as bigint[]))
            )
            select distinct lower(o.kind) as owner_kind, o.slug as owner_slug, coalesce(lower(t.kind), 'office') as kind,
                coalesce(t.slug, h.slug || ': ' || f.title) as name
            from found r
            cross join lateral (select kind, slug from record where id = r.owner_id limit 1) o
            left join lateral (select kind, slug from record where id = r.record_id limit 1) t on true
            left join lateral (select holder_id, title from office where id = r.office_id limit 1) f on true
            left join lateral (select slug from record where id = f.holder_id limit 1) h on true
            where r.owner_id <> all(cast(:records as bigint[]))
            order by kind, name, owner_kind, owner_slug""";

    static final String SQL = String.format(Locale.ROOT, FORM,
            Tables.references().stream().map(Referrers::select).collect(Collectors.joining("\nunion all ")));

    private Referrers() {
    }

    private static String select(Tables.Reference one) {
        return String.format(Locale.ROOT, "select %s, %s, %s from %s", one.owner(), one.isOffice() ? "null::bigint" : one.column(),
                one.isOffice() ? one.column() : "null::bigint", one.table());
    }

    /** Returns the remaining records that refer to these records or offices. */
    static List<Referrer> find(StatelessSession session, Collection<Long> records, Collection<Long> offices) {
        return session.createNativeQuery(SQL, Object[].class).setParameter("records", records.toArray(Long[]::new))
                .setParameter("offices", offices.toArray(Long[]::new)).getResultList().stream()
                .map(row -> new Referrer((String) row[0], (String) row[1], (String) row[2], (String) row[3])).toList();
    }
}
