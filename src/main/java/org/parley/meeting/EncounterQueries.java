package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.store.Store;
import org.parley.store.Where;

/** Whom an actor met. */
@ApplicationScoped
public class EncounterQueries {

    private static final String MET = """
            with recursive side (root_id, id) as (
                select k.id, k.id from unnest(cast(:parents as bigint[])) as k (id)
                union select s.root_id, a.id from side s join actor a on a.part_of_id = s.id
            ), sat (root_id, meeting_id) as (
                select distinct k.id, r.record_id from unnest(cast(:parents as bigint[])) as k (id)
                join actor_record r on r.actor_id = k.id and r.kind = 'MEETING' and r.role not in ('ANY', 'INVITED', 'CONVENER')
            ), met as (
                select t.root_id, o.actor_id, count(distinct e.id) as meetings,
                    (array_agg(e.id order by e.date_sort, e.slug))[1] as first_id,
                    (array_agg(e.id order by e.date_sort desc, e.slug desc))[1] as last_id
                from sat t join meeting e on e.id = t.meeting_id and e.status = 'HELD'
                join participation o on o.meeting_id = e.id and o.role not in ('INVITED', 'CONVENER')
                where not exists (select from side s where s.root_id = t.root_id and s.id in (o.actor_id, o.on_behalf_of_id)) and %s
                group by t.root_id, o.actor_id
            ), ranked as (
                select m.*, row_number() over (partition by m.root_id order by m.meetings desc, a.name_sort, a.slug) as rank
                from met m join actor a on a.id = m.actor_id)
            select r.root_id, r.actor_id, r.meetings, r.first_id, r.last_id from ranked r where r.rank <= :most order by r.root_id, r.rank""";

    private final Store store;

    EncounterQueries(Store store) {
        this.store = store;
    }

    /** For each actor its counterparts: all who took part on another side; most meetings first. */
    List<List<Encounter>> counterparts(List<Long> actors, MeetingFilter filter, int most) {
        Where where = MeetingQueries.where(filter).keys("parents", actors).with("most", most);
        List<Object[]> rows = store.rows(String.format(Locale.ROOT, MET, where.sql()), where);
        List<Meeting> ends = store.byKeys(Meeting.class, rows.stream().flatMap(row -> Stream.of((Long) row[3], (Long) row[4])).toList());
        Map<Long, List<Encounter>> found = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Object[] row = rows.get(i);
            found.computeIfAbsent((Long) row[0], actor -> new ArrayList<>())
                    .add(new Encounter((Long) row[1], ((Number) row[2]).intValue(), ends.get(2 * i).date, ends.get(2 * i + 1).date));
        }
        return actors.stream().map(actor -> found.getOrDefault(actor, List.of())).toList();
    }
}
