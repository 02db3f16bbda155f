package org.parley.seed.write;

import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.type.StandardBasicTypes;

/** Records that stay and refer to something that is to go: such a removal would break them. */
final class Referrers {

    /** Every foreign key that forbids a removal: what refers, and to what. */
    static final String SQL = """
            with referring (owner_id, record_id, office_id) as (
                select id, part_of_id, null::bigint from actor
                union all select holder_id, of_id, null from office
                union all select id, country_id, null from place
                union all select id, broader_id, null from issue
                union all select id, publisher_id, null from source
                union all select id, unnest(array[place_id, track_id, part_of_id]), null from meeting
                union all select meeting_id, unnest(array[actor_id, on_behalf_of_id]), office_id from participation
                union all select id, meeting_id, null from statement
                union all select statement_id, in_reply_to_id, null from statement_reply
                union all select statement_id, record_id, null from statement_reference
                union all select id, unnest(array[actor_id, issue_id, statement_id]), null from position
                union all select id, meeting_id, null from agreement
                union all select agreement_id, unnest(array[actor_id, on_behalf_of_id]), office_id from signature
                union all select agreement_id, issue_id, null from provision
                union all select id, place_id, null from event
                union all select id, by_id, null from figure
                union all select record_id, actor_id, null from involvement
                union all select record_id, issue_id, null from record_issue
                union all select record_id, source_id, null from attestation
            )
            select distinct lower(o.kind) as owner_kind, o.slug as owner_slug, coalesce(lower(t.kind), 'office') as kind,
                coalesce(t.slug, h.slug || ': ' || f.title) as name
            from referring r
            join record o on o.id = r.owner_id
            left join record t on t.id = r.record_id and t.id = any(cast(:records as bigint[]))
            left join (office f join record h on h.id = f.holder_id) on f.id = r.office_id and f.id = any(cast(:offices as bigint[]))
            where o.id <> all(cast(:records as bigint[])) and (t.id is not null or f.id is not null)
            order by kind, name, owner_kind, owner_slug""";

    private Referrers() {
    }

    /** Those that refer to one of these records or offices: kind and slug, then kind and name of what they refer to. */
    static List<Object[]> find(StatelessSession session, Collection<Long> records, Collection<Long> offices) {
        return session.createNativeQuery(SQL, Object[].class).setParameter("records", records.toArray(Long[]::new))
                .setParameter("offices", offices.toArray(Long[]::new)).addScalar("owner_kind", StandardBasicTypes.STRING)
                .addScalar("owner_slug", StandardBasicTypes.STRING).addScalar("kind", StandardBasicTypes.STRING)
                .addScalar("name", StandardBasicTypes.STRING).getResultList();
    }
}
