package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.parley.store.Store;
import org.parley.store.Where;

/** The query on what records show in the fields that hold other records: their names, in the record's order. */
@ApplicationScoped
class ShownNameQueries {

    private static final String NAMES = """
            select e.id as record_id, 'place' as field, n.name from meeting e join place n on n.id = e.place_id
            union all select e.id, 'place', n.name from event e join place n on n.id = e.place_id
            union all select e.id, 'track', n.name from meeting e join track n on n.id = e.track_id
            union all select e.id, 'partOf', n.title from meeting e join meeting n on n.id = e.part_of_id
            union all select e.id, 'partOf', n.name from actor e join actor n on n.id = e.part_of_id
            union all select e.id, 'broader', n.name from issue e join issue n on n.id = e.broader_id
            union all select e.id, 'meeting', n.title from statement e join meeting n on n.id = e.meeting_id
            union all select e.id, 'meeting', n.title from agreement e join meeting n on n.id = e.meeting_id
            union all select e.id, 'actor', n.name from position e join actor n on n.id = e.actor_id
            union all select e.id, 'issue', n.name from position e join issue n on n.id = e.issue_id
            union all select e.id, 'by', n.name from figure e join actor n on n.id = e.by_id""";

    private static final String LISTS = """
            select i.record_id, case i.role when 'LEAD' then 'leads' when 'SPEAKER' then 'speakers' when 'ON_BEHALF_OF' then 'onBehalfOf'
                    when 'ADDRESSEE' then 'addressees' when 'PARTY' then 'parties' when 'MEDIATOR' then 'mediators'
                    when 'INVOLVED' then 'actors' when 'OF' then 'of' when 'REPORTED_BY' then 'reportedBy' end as field,
                n.name, i.position from involvement i join actor n on n.id = i.actor_id
            union all select p.meeting_id, case p.role when 'HOST' then 'hosts' else 'mediators' end, n.name, p.position
                from participation p join actor n on n.id = p.actor_id where p.role in ('HOST', 'MEDIATOR')
            union all select p.meeting_id, 'leaders', n.name, min(p.position) from participation p join actor n on n.id = p.actor_id
                join office o on o.id = p.office_id and o.rank = 'LEADER' where p.role not in ('INVITED', 'CONVENER') group by p.meeting_id, n.id, n.name
            union all select p.meeting_id, 'participations', n.name, min(p.position) from participation p
                join actor n on n.id = p.actor_id group by p.meeting_id, n.id, n.name
            union all select s.agreement_id, 'signatories', n.name, s.position from signature s join actor n on n.id = s.actor_id
            union all select i.record_id, 'issues', n.name, i.position from record_issue i join issue n on n.id = i.issue_id""";

    private static final String SHOWN = String.format(Locale.ROOT, """
            select n.record_id, n.field, n.name from (%s) n where n.record_id = any(:keys)
            union all select l.record_id, l.field, string_agg(l.name, ', ' order by l.position) from (%s) l
                where l.record_id = any(:keys) group by l.record_id, l.field""", NAMES, LISTS);

    private final Store store;

    ShownNameQueries(Store store) {
        this.store = store;
    }

    /** By the record's key and the field, for all such fields in which these records show something. */
    Map<Long, Map<String, String>> of(Collection<Long> records) {
        Map<Long, Map<String, String>> shown = new HashMap<>();
        Where where = new Where().keys("keys", records);
        store.rows(SHOWN, where)
                .forEach(row -> shown.computeIfAbsent((Long) row[0], record -> new HashMap<>()).put((String) row[1], (String) row[2]));
        return shown;
    }
}
