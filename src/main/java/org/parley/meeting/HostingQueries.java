package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
            from hosting e where %1$s
            order by e.date_sort %3$s, e.slug %3$s, e.mediator_slug %3$s, e.leader_slug %3$s limit %2$d""";

    private static final String BEYOND = """
            (e.date_sort, e.slug, e.mediator_slug, e.leader_slug)
                %2$s (cast(:%1$sKey as date), :%1$sMeeting, :%1$sMediator, :%1$sLeader)""";

    /** The position in a cursor: day, and slugs of meeting, mediator and leader. */
    private static final Pattern PLACE = Pattern.compile(Cursor.DAY + "([a-z0-9-]+)/([a-z0-9-]+)/([a-z0-9-]+)");

    /** Any of these actors, or someone acting for one of them. */
    private static final String ACTS_FOR = """
            (e.%1$s_id = any(array(select acting_for(:%1$ss))) or e.%1$s_for_id = any(array(select acting_for(:%1$ss))))""";

    private final Store store;

    HostingQueries(Store store) {
        this.store = store;
    }

    Connection<Hosting> page(HostingFilter filter, PageRequest request) {
        WhereClause where = where(filter);
        beyond(where, "after", request.after(), ">");
        beyond(where, "before", request.before(), "<");
        String direction = request.backwards() ? "desc" : "asc";
        List<Object[]> rows = store.rows(String.format(Locale.ROOT, PAGE, where.sql(), request.size() + 1, direction), where);
        return Slice.of(rows, request).page(HostingQueries::edge, () -> count(filter));
    }

    /** Adds the condition on the rows that lie in this direction from a cursor, unless it is null. */
    private static void beyond(WhereClause where, String argument, Cursor cursor, String direction) {
        if (cursor != null) {
            Matcher place = cursor.place(argument, PLACE);
            where.and(String.format(Locale.ROOT, BEYOND, argument, direction)).with(argument + "Key", place.group(1))
                    .with(argument + "Meeting", place.group(2)).with(argument + "Mediator", place.group(3))
                    .with(argument + "Leader", place.group(4));
        }
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

    /** Applies a condition on records to the meeting of the row. */
    private static String ofMeeting(String condition) {
        return condition.replace("record_id = e.id", "record_id = e.meeting_id");
    }

    static WhereClause where(HostingFilter filter) {
        return WhereClause.of(filter, HostingQueries::conditions);
    }

    private static WhereClause conditions(HostingFilter filter) {
        return new WhereClause().during("e", filter.between())
                .anyOf(String.format(Locale.ROOT, ACTS_FOR, "mediator"), "mediators", filter.mediators())
                .anyOf(String.format(Locale.ROOT, ACTS_FOR, "leader"), "leaders", filter.leaders())
                .anyOf("e.track_id in (select t.id from track t where t.slug = any(:tracks))", "tracks", filter.tracks())
                .anyOf(ofMeeting(Conditions.PLACES), "places", filter.places())
                .anyOf(ofMeeting(Conditions.ISSUES), "issues", filter.issues())
                .anyOf("e.status = any(:statuses)", "statuses", filter.statuses());
    }
}
