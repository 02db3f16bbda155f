package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.parley.actor.ParticipationRole;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery.Key;
import org.parley.persistence.RowOrder;
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
            order by %2$s limit %3$d""";

    /** By day, and slugs of meeting, mediator and leader. */
    private static final RowOrder ORDER = new RowOrder(
            List.of(Key.day("e.date_sort"), Key.text("e.slug"), Key.text("e.mediator_slug"), Key.text("e.leader_slug")),
            Pattern.compile(Cursor.DAY + "([a-z0-9-]+)/([a-z0-9-]+)/([a-z0-9-]+)"));

    /** Any of these actors, or someone acting for one of them. */
    private static final String ACTS_FOR = """
            (e.%1$s_id = any(array(select acting_for(:%1$ss))) or e.%1$s_for_id = any(array(select acting_for(:%1$ss))))""";

    private final Store store;

    HostingQueries(Store store) {
        this.store = store;
    }

    Connection<Hosting> page(HostingFilter filter, PageRequest request) {
        WhereClause where = where(filter);
        where.and(ORDER.between(request, where));
        List<Object[]> rows = store.rows(String.format(Locale.ROOT, PAGE, where.sql(), ORDER.terms(request), request.size() + 1), where);
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
