package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.parley.actor.ActorLevel;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.source.Dated;
import org.parley.time.DateOrder;

/** SQL queries for the meetings that a counted pair of actors stands for. */
@ApplicationScoped
public class CountedMeetingQueries {

    private static final String ONE = "(cast(:ones as bigint[]))[k.id]";
    private static final String OTHER = "(cast(:others as bigint[]))[k.id]";

    private static final String OF_PAIR = "r.actor_id = " + ONE + " and r.role = 'ANY' and r.kind = 'MEETING' and " + Presence.tookPart(ONE)
            + " and " + Presence.tookPart(OTHER);

    private static final String OF_CELL = "e.id in (select e.meeting_id from hosting e where %s and e.mediator_id = " + ONE
            + " and e.leader_id = " + OTHER + ")";

    private static final String OF_PRINCIPALS = "e.id in (select e.meeting_id from hosting e where %s" + " and " + actedFor("mediator", ONE)
            + " and " + actedFor("leader", OTHER) + ")";

    /** The actors of a row, and the number of their meetings. */
    private record Pair(long one, long other, int meetings) {}

    /** The rows of one list; `selection` is its filter. */
    private record Group(Object selection, ActorLevel level) {}

    private final Store store;

    CountedMeetingQueries(Store store) {
        this.store = store;
    }

    /** Returns a page of the meetings of each encounter, by date. One statement for all of the same filter. */
    List<Connection<Meeting>> ofEncounters(List<Encounter> encounters, PageRequest request) {
        return grouped(encounters, encounter -> new Group(encounter.selection(), null),
                encounter -> new Pair(encounter.actorKey(), encounter.counterpartKey(), encounter.meetings()), (group, pairs) -> {
                    WhereClause where = MeetingQueries.where((MeetingFilter) group.selection()).and("e.status = 'HELD'");
                    return pages(ListQuery.linked("actor_record r", "meeting"), OF_PAIR, "r", where, pairs, request);
                });
    }

    /** Returns a page of the meetings of each cell of the matrix, by date. One statement for all of the same filter and level. */
    List<Connection<Meeting>> ofCells(List<MediationCell> cells, PageRequest request) {
        return grouped(cells, cell -> new Group(cell.selection(), cell.level()),
                cell -> new Pair(cell.mediatorKey(), cell.leaderKey(), cell.meetings()), (group, pairs) -> {
                    WhereClause where = MediationMatrixQueries.held((HostingFilter) group.selection());
                    String hostings = (group.level() == ActorLevel.PRINCIPAL ? OF_PRINCIPALS : OF_CELL).replace("%s", where.sql());
                    return pages("meeting e", hostings, "e", where.parametersOnly(), pairs, request);
                });
    }

    /** Someone acted for the actor, or for a part of it that is no state, or one of these acted for nobody. Every part uses an index. */
    private static String actedFor(String role, String actor) {
        return String.format(Locale.ROOT, """
                (e.%1$s_for_id = any(array(select standing_for(%2$s)))
                    or e.%1$s_for_id is null and e.%1$s_id = any(array(select standing_for(%2$s))))""", role, actor);
    }

    /** Returns the pages of the pairs. The length of each list is the number of meetings of the pair. */
    private List<Connection<Meeting>> pages(String from, String parent, String sorted, WhereClause where, List<Pair> pairs,
            PageRequest request) {
        where.with("ones", pairs.stream().map(pair -> String.valueOf(pair.one())).toArray(String[]::new));
        where.with("others", pairs.stream().map(pair -> String.valueOf(pair.other())).toArray(String[]::new));
        ListQuery<Meeting> list = Dated.listing(Meeting.class, MeetingQueries.BY_DATE, from, parent, sorted, DateOrder.DATE_ASC);
        List<Connection<Meeting>> pages = store.pages(list, where, request, LongStream.rangeClosed(1, pairs.size()).boxed().toList());
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> new Connection<>(pages.get(i).getEdges(), pages.get(i).getPageInfo(), pairs.get(i)::meetings)).toList();
    }

    private interface Pages {
        List<Connection<Meeting>> of(Group group, List<Pair> pairs);
    }

    /** Returns the page of each row, in their order. */
    private static <T> List<Connection<Meeting>> grouped(List<T> rows, Function<T, Group> group, Function<T, Pair> pair, Pages pages) {
        Map<Group, Map<Pair, Integer>> groups = new LinkedHashMap<>();
        for (T row : rows) {
            Map<Pair, Integer> places = groups.computeIfAbsent(group.apply(row), absent -> new LinkedHashMap<>());
            places.putIfAbsent(pair.apply(row), places.size());
        }
        Map<Group, List<Connection<Meeting>>> found = new HashMap<>();
        groups.forEach((key, places) -> found.put(key, pages.of(key, new ArrayList<>(places.keySet()))));
        return rows.stream().map(row -> found.get(group.apply(row)).get(groups.get(group.apply(row)).get(pair.apply(row)))).toList();
    }
}
