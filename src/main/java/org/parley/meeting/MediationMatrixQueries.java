package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.parley.actor.ActorLevel;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.BoundedCount;
import org.parley.persistence.ListQuery.Key;
import org.parley.persistence.RowOrder;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** SQL queries that count the rows of the derived table `hosting` by mediator and leader. */
@ApplicationScoped
public class MediationMatrixQueries {

    static final String MOST_FIRST = "mediation matrix by meetings";

    private static final String CELLS = "hosting e where %s group by e.mediator_slug, e.leader_slug";

    /** Finds the first and last meeting only for the cells of the page. */
    private static final String MATRIX = """
            select c.mediator_id, c.leader_id, c.meetings, f.meeting_id as first_id, l.meeting_id as last_id,
                c.mediator_slug || '/' || c.leader_slug
            from (select e.mediator_slug, e.leader_slug, max(e.mediator_id) as mediator_id, max(e.leader_id) as leader_id,
                    count(*) as meetings, row_number() over (order by %3$s) as place
                from hosting e where %1$s group by e.mediator_slug, e.leader_slug having %2$s order by place limit %4$d) c
            cross join lateral (select e.meeting_id from hosting e where %1$s and e.mediator_slug = c.mediator_slug
                and e.leader_slug = c.leader_slug order by e.date_sort, e.slug limit 1) f
            cross join lateral (select e.meeting_id from hosting e where %1$s and e.mediator_slug = c.mediator_slug
                and e.leader_slug = c.leader_slug order by e.date_sort desc, e.slug desc limit 1) l
            order by c.place""";

    /** The cells of principals. One that hosts a leader of its own is no cell. */
    private static final String CELLS_OF_PRINCIPALS = """
            with recursive acted as materialized (
                select e.meeting_id, row_number() over (order by e.date_sort, e.slug) as rank,
                    coalesce(e.mediator_for_id, e.mediator_id) as mediator_id, coalesce(e.leader_for_id, e.leader_id) as leader_id
                from hosting e where %1$s
            ), %2$s, cell as (
                select m.principal_id as mediator_id, l.principal_id as leader_id, count(distinct a.meeting_id) as meetings,
                    min(a.rank) as first, max(a.rank) as last
                from acted a join standing m on m.id = a.mediator_id join standing l on l.id = a.leader_id
                where m.principal_id <> l.principal_id group by m.principal_id, l.principal_id
            )""";

    private static final String MATRIX_OF_PRINCIPALS = """
            select c.mediator_id, c.leader_id, c.meetings, f.meeting_id as first_id, g.meeting_id as last_id, m.slug || '/' || l.slug
            from cell c join actor m on m.id = c.mediator_id join actor l on l.id = c.leader_id
                join acted f on f.rank = c.first join acted g on g.rank = c.last where %1$s
            order by %2$s limit %3$d""";

    private static final String ACTED = "select a.mediator_id from acted a union select a.leader_id from acted a";

    private static final RowOrder BY_PERSON = byMeetings("count(*)", "e.mediator_slug", "e.leader_slug");
    private static final RowOrder BY_PRINCIPAL = byMeetings("c.meetings", "m.slug", "l.slug");

    private final Store store;

    MediationMatrixQueries(Store store) {
        this.store = store;
    }

    /** The order by number of meetings, and slugs of mediator and leader. */
    private static RowOrder byMeetings(String meetings, String mediator, String leader) {
        return new RowOrder(List.of(Key.greatestFirst(meetings), Key.text(mediator), Key.text(leader)),
                Pattern.compile("(\\d{1,9})\n([a-z0-9-]+)/([a-z0-9-]+)"));
    }

    /** Returns a page of cells, those with most meetings first. */
    Connection<MediationCell> matrix(HostingFilter filter, ActorLevel by, PageRequest request) {
        WhereClause where = held(filter);
        RowOrder order = by == ActorLevel.PRINCIPAL ? BY_PRINCIPAL : BY_PERSON;
        String between = order.between(request, where);
        String sql = by == ActorLevel.PRINCIPAL
                ? cellsOfPrincipals(where) + " "
                        + String.format(Locale.ROOT, MATRIX_OF_PRINCIPALS, between, order.terms(request), request.size() + 1)
                : String.format(Locale.ROOT, MATRIX, where.sql(), between, order.terms(request), request.size() + 1);
        List<Object[]> rows = store.rows(sql, where);
        Map<Long, Meeting> ends = MeetingQueries.ends(store, rows);
        return Slice.of(rows, request).page(row -> edge(cell(row, filter, by, ends), (String) row[5]), () -> cells(filter, by));
    }

    private int cells(HostingFilter filter, ActorLevel by) {
        WhereClause where = held(filter);
        if (by == ActorLevel.PERSON) {
            return store.count(String.format(Locale.ROOT, CELLS, where.sql()), where);
        }
        return ((Number) store.rows(cellsOfPrincipals(where) + " " + BoundedCount.of("cell"), where).get(0)[0]).intValue();
    }

    private static String cellsOfPrincipals(WhereClause where) {
        return String.format(Locale.ROOT, CELLS_OF_PRINCIPALS, where.sql(), Presence.standing(ACTED));
    }

    /** Returns the conditions on the rows that count. */
    static WhereClause held(HostingFilter filter) {
        return HostingQueries.where(filter).and("e.status = 'HELD'");
    }

    private static MediationCell cell(Object[] row, HostingFilter filter, ActorLevel by, Map<Long, Meeting> ends) {
        return new MediationCell((Long) row[0], (Long) row[1], by, filter, ((Number) row[2]).intValue(), ends.get(row[3]).date,
                ends.get(row[4]).date);
    }

    private static Edge<MediationCell> edge(MediationCell cell, String slugs) {
        return new Edge<>(new Cursor(MOST_FIRST, String.valueOf(cell.meetings()), slugs).encode(), cell);
    }
}
