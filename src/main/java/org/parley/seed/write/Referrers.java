package org.parley.seed.write;

import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.type.StandardBasicTypes;

/** Records that stay and refer to something that is to go: such a removal would break them. */
final class Referrers {

    /**
     * Every foreign key that forbids a removal: what refers, and to what. Each branch is asked by its own index, and names are looked up
     * one by one (that is what the limits are for): few refer to what is to go, and no table is to be read for them.
     */
    static final String SQL = """
            with referring (owner_id, record_id, office_id) as not materialized (
                select id, part_of_id, null::bigint from actor
                union all select holder_id, of_id, null from office
                union all select id, country_id, null from place
                union all select id, broader_id, null from issue
                union all select id, publisher_id, null from source
                union all select id, place_id, null from meeting
                union all select id, track_id, null from meeting
                union all select id, part_of_id, null from meeting
                union all select meeting_id, actor_id, null from participation
                union all select meeting_id, on_behalf_of_id, null from participation
                union all select meeting_id, null, office_id from participation
                union all select id, meeting_id, null from statement
                union all select statement_id, in_reply_to_id, null from statement_reply
                union all select statement_id, record_id, null from statement_reference
                union all select id, actor_id, null from position
                union all select id, issue_id, null from position
                union all select id, statement_id, null from position
                union all select id, meeting_id, null from agreement
                union all select agreement_id, actor_id, null from signature
                union all select agreement_id, on_behalf_of_id, null from signature
                union all select agreement_id, null, office_id from signature
                union all select agreement_id, issue_id, null from provision
                union all select id, place_id, null from event
                union all select id, by_id, null from figure
                union all select record_id, actor_id, null from involvement
                union all select record_id, issue_id, null from record_issue
                union all select record_id, source_id, null from attestation
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

    private Referrers() {
    }

    /** Those that refer to one of these records or offices. */
    static List<Referrer> find(StatelessSession session, Collection<Long> records, Collection<Long> offices) {
        return session.createNativeQuery(SQL, Object[].class).setParameter("records", records.toArray(Long[]::new))
                .setParameter("offices", offices.toArray(Long[]::new)).addScalar("owner_kind", StandardBasicTypes.STRING)
                .addScalar("owner_slug", StandardBasicTypes.STRING).addScalar("kind", StandardBasicTypes.STRING)
                .addScalar("name", StandardBasicTypes.STRING).getResultList().stream()
                .map(row -> new Referrer((String) row[0], (String) row[1], (String) row[2], (String) row[3])).toList();
    }
}
