package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.actor.ParticipationRole;
import org.parley.paging.Cursor;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on who hosted or mediated for whom. */
@ApplicationScoped
public class HostingQueries {

    static final String BY_DATE = "hostings by date";

    /** Each host or mediator of a meeting once, with what it did; each leader on the other side of the table once. */
    private static final String HOSTINGS = """
            meeting e
            join lateral (
                select p.actor_id, max(p.on_behalf_of_id) as on_behalf_of_id, array_agg(p.role order by p.role) as roles
                from participation p where p.meeting_id = e.id and p.role in ('HOST', 'MEDIATOR') group by p.actor_id) h on true
            join lateral (
                select distinct on (p.actor_id) p.actor_id, p.on_behalf_of_id, p.office_id
                from participation p join office o on o.id = p.office_id and o.rank = 'LEADER'
                where p.meeting_id = e.id and p.role in ('PARTY', 'PARTICIPANT') order by p.actor_id, p.position) l on l.actor_id <> h.actor_id
            join actor ha on ha.id = h.actor_id
            join actor la on la.id = l.actor_id
            where\s""";

    /** A cursor says the day, and the slugs of meeting, mediator and leader. */
    private static final Pattern PLACE = Pattern.compile(Cursor.DAY + "([a-z0-9-]+)/([a-z0-9-]+)/([a-z0-9-]+)");

    /**
     * The meetings that count for them come first, out of the table that is derived for it; who of the table they are is looked up then.
     * The slugs are hidden from the planner: else it plans each time anew, which takes longer than the rest.
     */
    private static final String ACTS_FOR = """
            e.id in (select r.record_id from actor_record r join actor a on a.id = r.actor_id
                where a.slug = any(array(select unnest(cast(:%2$s as text[])))) and r.kind = 'MEETING' and r.role in (%3$s))
            and (%1$s.actor_id = any(array(select acting_for(:%2$s))) or %1$s.on_behalf_of_id = any(array(select acting_for(:%2$s))))""";

    static final String MOST_FIRST = "mediation matrix by meetings";

    private static final String CELLS = " group by h.actor_id, ha.slug, l.actor_id, la.slug";

    private static final String BEHIND = """
            \shaving count(*) < cast(:afterMeetings as bigint)
                or count(*) = cast(:afterMeetings as bigint) and (ha.slug, la.slug) > (:afterMediator, :afterLeader)""";

    /** A cursor says how many meetings, and the slugs of mediator and leader. */
    private static final Pattern CELL = Pattern.compile("(\\d{1,9})\n([a-z0-9-]+)/([a-z0-9-]+)");

    private final Store store;

    HostingQueries(Store store) {
        this.store = store;
    }

    Page<HostingEdge> page(HostingFilter filter, PageRequest request) {
        Where where = where(filter);
        String after = "";
        if (request.after() != null) {
            Matcher place = request.after().place(PLACE);
            after = " and (e.date_sort, e.slug, ha.slug, la.slug) > (cast(:afterKey as date), :afterMeeting, :afterMediator, :afterLeader)";
            where.with("afterKey", place.group(1)).with("afterMeeting", place.group(2)).with("afterMediator", place.group(3))
                    .with("afterLeader", place.group(4));
        }
        List<Object[]> rows = store.rows("""
                select e.id, h.actor_id, h.on_behalf_of_id, array_to_string(h.roles, ','), l.actor_id as leader_id, l.office_id,
                    cast(e.date_sort as text), e.slug || '/' || ha.slug || '/' || la.slug
                from\s""" + HOSTINGS + where.sql() + after + " order by e.date_sort, e.slug, ha.slug, la.slug limit "
                + (request.size() + 1), where);
        return Slice.of(rows, request).page(HostingQueries::edge, () -> count(filter));
    }

    private static HostingEdge edge(Object[] row) {
        List<ParticipationRole> roles = Arrays.stream(((String) row[3]).split(",")).map(ParticipationRole::valueOf).toList();
        Hosting hosting = new Hosting((Long) row[0], (Long) row[1], (Long) row[2], roles, (Long) row[4], (Long) row[5]);
        return new HostingEdge(new Cursor(BY_DATE, (String) row[6], (String) row[7]).encode(), hosting);
    }

    private int count(HostingFilter filter) {
        Where where = where(filter);
        return store.count(HOSTINGS + where.sql(), where);
    }

    /** Most meetings first. */
    Page<MediationCellEdge> matrix(HostingFilter filter, PageRequest request) {
        Where where = held(filter).with("most", request.size() + 1);
        String behind = "";
        if (request.after() != null) {
            Matcher place = request.after().place(CELL);
            where.with("afterMeetings", place.group(1)).with("afterMediator", place.group(2)).with("afterLeader", place.group(3));
            behind = BEHIND;
        }
        List<Object[]> rows = store.rows("""
                select h.actor_id, l.actor_id as leader_id, count(*),
                    (array_agg(e.id order by e.date_sort, e.slug))[1], (array_agg(e.id order by e.date_sort desc, e.slug desc))[1],
                    ha.slug || '/' || la.slug
                from\s""" + HOSTINGS + where.sql() + CELLS + behind + " order by 3 desc, ha.slug, la.slug limit :most", where);
        Map<Long, Meeting> ends = MeetingQueries.ends(store, rows);
        return Slice.of(rows, request).page(row -> cell(row, ends), () -> cells(filter));
    }

    private int cells(HostingFilter filter) {
        Where where = held(filter);
        return store.count(HOSTINGS + where.sql() + CELLS, where);
    }

    private static Where held(HostingFilter filter) {
        return where(filter).and("e.status = 'HELD'");
    }

    private static MediationCellEdge cell(Object[] row, Map<Long, Meeting> ends) {
        int meetings = ((Number) row[2]).intValue();
        MediationCell cell = new MediationCell((Long) row[0], (Long) row[1], meetings, ends.get(row[3]).date, ends.get(row[4]).date);
        return new MediationCellEdge(new Cursor(MOST_FIRST, String.valueOf(meetings), (String) row[5]).encode(), cell);
    }

    private static Where where(HostingFilter given) {
        HostingFilter filter = given == null ? HostingFilter.ALL : given;
        return new Where().during("e", filter.between())
                .anyOf(String.format(Locale.ROOT, ACTS_FOR, "h", "mediators", "'HOST', 'MEDIATOR'"), "mediators", filter.mediators())
                .anyOf(String.format(Locale.ROOT, ACTS_FOR, "l", "leaders", "'PARTY', 'PARTICIPANT'"), "leaders", filter.leaders())
                .anyOf("e.track_id in (select t.id from track t where t.slug = any(:tracks))", "tracks", filter.tracks())
                .anyOf("e.status = any(:statuses)", "statuses", filter.statuses());
    }
}
