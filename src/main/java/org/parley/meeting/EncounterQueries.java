package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.BatchCounts;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** SQL queries for the actors that an actor met. */
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
            )""";

    private static final String RANKED = """
            , ranked as (
                select m.*, a.name_sort, a.slug,
                    row_number() over (partition by m.root_id order by m.meetings desc, a.name_sort, a.slug) as rank
                from met m join actor a on a.id = m.actor_id where %s)
            select r.root_id, r.actor_id, r.meetings, r.first_id, r.last_id, r.name_sort, r.slug
            from ranked r where r.rank <= :most order by r.root_id, r.rank""";

    private static final String BEHIND = """
            (m.meetings < cast(:afterMeetings as bigint)
                or m.meetings = cast(:afterMeetings as bigint) and (a.name_sort, a.slug) > (:afterName, :afterSlug))""";

    static final String MOST_FIRST = "counterparts by meetings";

    /** The position in a cursor: number of meetings, sort name and slug of the counterpart. */
    private static final Pattern COUNTERPART = Pattern.compile("(\\d{1,9}) (.*)\n([a-z0-9-]+)");

    private final Store store;

    EncounterQueries(Store store) {
        this.store = store;
    }

    /** Returns a page of counterparts for each actor: participants that do not act for it, those with most meetings first. */
    List<Connection<Encounter>> counterparts(List<Long> actors, MeetingFilter filter, PageRequest request) {
        WhereClause meetings = MeetingQueries.where(filter).keys("parents", actors);
        String met = String.format(Locale.ROOT, MET, meetings.sql());
        BatchCounts counts = new BatchCounts(
                () -> store.numbers(met + " select m.root_id, count(*) from met m group by m.root_id", meetings));
        WhereClause where = MeetingQueries.where(filter).keys("parents", actors).with("most", request.size() + 1);
        String behind = "true";
        if (request.after() != null) {
            Matcher place = request.after().place(COUNTERPART);
            where.with("afterMeetings", place.group(1)).with("afterName", place.group(2)).with("afterSlug", place.group(3));
            behind = BEHIND;
        }
        Map<Long, List<Object[]>> rows = store.rows(met + String.format(Locale.ROOT, RANKED, behind), where).stream()
                .collect(Collectors.groupingBy(row -> (Long) row[0]));
        Map<Long, Meeting> ends = MeetingQueries.ends(store, rows.values().stream().flatMap(List::stream).toList());
        return actors.stream()
                .map(actor -> Slice.of(rows.getOrDefault(actor, List.of()), request).page(row -> edge(row, ends), () -> counts.of(actor)))
                .toList();
    }

    private static Edge<Encounter> edge(Object[] row, Map<Long, Meeting> ends) {
        int meetings = ((Number) row[2]).intValue();
        Encounter encounter = new Encounter((Long) row[1], meetings, ends.get(row[3]).date, ends.get(row[4]).date);
        return new Edge<>(new Cursor(MOST_FIRST, meetings + " " + row[5], (String) row[6]).encode(), encounter);
    }
}
