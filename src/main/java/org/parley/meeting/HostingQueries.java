package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.actor.ParticipationRole;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.Conditions;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** SQL queries on the derived table `hosting`. */
@ApplicationScoped
public class HostingQueries {

    static final String BY_DATE = "hostings by date";

    private static final String HOSTINGS = "hosting e where ";

    private static final String PAGE = """
            select e.meeting_id, e.mediator_id, e.mediator_for_id, e.roles, e.leader_id, e.office_id, cast(e.date_sort as text),
                e.slug || '/' || e.mediator_slug || '/' || e.leader_slug
            from hosting e where %s order by e.date_sort, e.slug, e.mediator_slug, e.leader_slug limit %d""";

    private static final String AFTER = """
            (e.date_sort, e.slug, e.mediator_slug, e.leader_slug)
                > (cast(:afterKey as date), :afterMeeting, :afterMediator, :afterLeader)""";

    /** The position in a cursor: day, and slugs of meeting, mediator and leader. */
    private static final Pattern PLACE = Pattern.compile(Cursor.DAY + "([a-z0-9-]+)/([a-z0-9-]+)/([a-z0-9-]+)");

    /** Any of these actors, or someone acting for one of them. */
    private static final String ACTS_FOR = """
            (e.%1$s_id = any(array(select acting_for(:%1$ss))) or e.%1$s_for_id = any(array(select acting_for(:%1$ss))))""";

    static final String MOST_FIRST = "mediation matrix by meetings";

    private static final String CELLS = " group by e.mediator_slug, e.leader_slug";

    /** Finds the first and last meeting only for the cells of the page. */
    private static final String MATRIX = """
            select c.mediator_id, c.leader_id, c.meetings, f.meeting_id as first_id, l.meeting_id as last_id,
                c.mediator_slug || '/' || c.leader_slug
            from (select e.mediator_slug, e.leader_slug, max(e.mediator_id) as mediator_id, max(e.leader_id) as leader_id,
                    count(*) as meetings
                from hosting e where %1$s group by e.mediator_slug, e.leader_slug %2$s
                order by meetings desc, e.mediator_slug, e.leader_slug limit %3$d) c
            cross join lateral (select e.meeting_id from hosting e where %1$s and e.mediator_slug = c.mediator_slug
                and e.leader_slug = c.leader_slug order by e.date_sort, e.slug limit 1) f
            cross join lateral (select e.meeting_id from hosting e where %1$s and e.mediator_slug = c.mediator_slug
                and e.leader_slug = c.leader_slug order by e.date_sort desc, e.slug desc limit 1) l
            order by c.meetings desc, c.mediator_slug, c.leader_slug""";

    private static final String BEHIND = """
            having count(*) < cast(:afterMeetings as bigint) or count(*) = cast(:afterMeetings as bigint)
                and (e.mediator_slug, e.leader_slug) > (:afterMediator, :afterLeader)""";

    /** The position in a cursor: number of meetings, and slugs of mediator and leader. */
    private static final Pattern CELL = Pattern.compile("(\\d{1,9})\n([a-z0-9-]+)/([a-z0-9-]+)");

    private final Store store;

    HostingQueries(Store store) {
        this.store = store;
    }

    Connection<Hosting> page(HostingFilter filter, PageRequest request) {
        WhereClause where = where(filter);
        if (request.after() != null) {
            Matcher place = request.after().place(PLACE);
            where.and(AFTER).with("afterKey", place.group(1)).with("afterMeeting", place.group(2)).with("afterMediator", place.group(3))
                    .with("afterLeader", place.group(4));
        }
        List<Object[]> rows = store.rows(String.format(Locale.ROOT, PAGE, where.sql(), request.size() + 1), where);
        return Slice.of(rows, request).page(HostingQueries::edge, () -> count(filter));
    }

    private static Edge<Hosting> edge(Object[] row) {
        List<ParticipationRole> roles = Arrays.stream(((String) row[3]).split(",")).map(ParticipationRole::valueOf).toList();
        Hosting hosting = new Hosting((Long) row[0], (Long) row[1], (Long) row[2], roles, (Long) row[4], (Long) row[5]);
        return new Edge<>(new Cursor(BY_DATE, (String) row[6], (String) row[7]).encode(), hosting);
    }

    private int count(HostingFilter filter) {
        WhereClause where = where(filter);
        return store.count(HOSTINGS + where.sql(), where);
    }

    /** Returns a page of cells, those with most meetings first. */
    Connection<MediationCell> matrix(HostingFilter filter, PageRequest request) {
        WhereClause where = held(filter);
        String behind = "";
        if (request.after() != null) {
            Matcher place = request.after().place(CELL);
            where.with("afterMeetings", place.group(1)).with("afterMediator", place.group(2)).with("afterLeader", place.group(3));
            behind = BEHIND;
        }
        List<Object[]> rows = store.rows(String.format(Locale.ROOT, MATRIX, where.sql(), behind, request.size() + 1), where);
        Map<Long, Meeting> ends = MeetingQueries.ends(store, rows);
        return Slice.of(rows, request).page(row -> cell(row, ends), () -> cells(filter));
    }

    private int cells(HostingFilter filter) {
        WhereClause where = held(filter);
        return store.count(HOSTINGS + where.sql() + CELLS, where);
    }

    private static WhereClause held(HostingFilter filter) {
        return where(filter).and("e.status = 'HELD'");
    }

    private static Edge<MediationCell> cell(Object[] row, Map<Long, Meeting> ends) {
        int meetings = ((Number) row[2]).intValue();
        MediationCell cell = new MediationCell((Long) row[0], (Long) row[1], meetings, ends.get(row[3]).date, ends.get(row[4]).date);
        return new Edge<>(new Cursor(MOST_FIRST, String.valueOf(meetings), (String) row[5]).encode(), cell);
    }

    /** Applies a condition on records to the meeting of the row. */
    private static String ofMeeting(String condition) {
        return condition.replace("record_id = e.id", "record_id = e.meeting_id");
    }

    private static WhereClause where(HostingFilter filter) {
        return new WhereClause().during("e", filter.between())
                .anyOf(String.format(Locale.ROOT, ACTS_FOR, "mediator"), "mediators", filter.mediators())
                .anyOf(String.format(Locale.ROOT, ACTS_FOR, "leader"), "leaders", filter.leaders())
                .anyOf("e.track_id in (select t.id from track t where t.slug = any(:tracks))", "tracks", filter.tracks())
                .anyOf(ofMeeting(Conditions.PLACES), "places", filter.places())
                .anyOf(ofMeeting(Conditions.ISSUES), "issues", filter.issues())
                .anyOf("e.status = any(:statuses)", "statuses", filter.statuses());
    }
}
