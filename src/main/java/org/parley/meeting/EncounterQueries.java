package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.actor.ActorLevel;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.BatchCounts;
import org.parley.persistence.BoundedCount;
import org.parley.persistence.ListQuery.Key;
import org.parley.persistence.RowOrder;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** SQL queries for the actors that met, and for those that one actor met. */
@ApplicationScoped
public class EncounterQueries {

    /**
     * `present`: who took part in which held meeting, with all actors for whom that counts; `rank` numbers the meetings by date. `took`:
     * for whom a meeting counts.
     */
    private static final String PRESENT = """
            with recursive held as materialized (
                select e.id, row_number() over (order by e.date_sort, e.slug) as rank from meeting e where e.status = 'HELD' and %1$s
            ), attended as materialized (
                select distinct h.rank, p.actor_id, p.on_behalf_of_id
                from held h join participation p on p.meeting_id = h.id and p.role not in %2$s
            ), %3$s, present as materialized (
                select t.rank, %4$s as actor_id, s.whole_ids || coalesce(f.whole_ids, '{}') as whole_ids
                from attended t join standing s on s.id = t.actor_id left join standing f on f.id = t.on_behalf_of_id
            ), took as materialized (
                select distinct p.rank, w.id from present p cross join unnest(p.whole_ids) w (id)
            ), """;

    private static final String ATTENDED = "select t.actor_id from attended t union select t.on_behalf_of_id from attended t";

    private static final String OF_PARENTS = String.format(Locale.ROOT, """
            e.id in (select r.record_id from actor_record r where r.actor_id = any(:parents) and r.kind = 'MEETING'
               and r.role <> 'ANY' and r.role not in %s)""", Presence.ABSENT);

    /** Pairs that met at least once without one acting for the other. */
    private static final String PAIRS = """
            pair (actor_id, other_id) as materialized (
                select distinct a.actor_id, b.actor_id from present a join present b on b.rank = a.rank and a.actor_id < b.actor_id
                where a.actor_id <> all(b.whole_ids) and b.actor_id <> all(a.whole_ids)
            )""";

    private static final String PAIRS_OF_PARENTS = """
            pair (actor_id, other_id) as materialized (
                select distinct k.id, b.actor_id from unnest(cast(:parents as bigint[])) k (id)
                join (select p.rank, w.id, p.whole_ids from present p cross join unnest(p.whole_ids) w (id)) a on a.id = k.id
                join present b on b.rank = a.rank where k.id <> all(b.whole_ids) and b.actor_id <> all(a.whole_ids)
            )""";

    /** Counts by meeting before it selects the pairs: a pair with all meetings of one of the two would be far more rows. */
    private static final String COUNTED = """
            , met as materialized (
                select x.id as actor_id, y.id as other_id, count(*) as meetings, min(x.rank) as first, max(x.rank) as last
                from took x join took y on y.rank = x.rank and y.id <> x.id
                where x.id in (select p.actor_id from pair p) and y.id in (select p.other_id from pair p)
                group by x.id, y.id
            ), counted as (
                select m.* from pair p join met m on m.actor_id = p.actor_id and m.other_id = p.other_id
            ), """;

    private static final String ALL = """
            named as (
                select c.meetings, c.first, c.last, least(a.slug, b.slug) as slug, greatest(a.slug, b.slug) as other_slug,
                    case when a.slug < b.slug then a.id else b.id end as actor_id, case when a.slug < b.slug then b.id else a.id end as other_id
                from counted c join actor a on a.id = c.actor_id join actor b on b.id = c.other_id
            )
            select n.actor_id, n.other_id, n.meetings, f.id as first_id, l.id as last_id, n.slug || '/' || n.other_slug, (%4$s) as number
            from named n join held f on f.rank = n.first join held l on l.rank = n.last where %1$s
            order by %2$s limit %3$d""";

    private static final String RANKED = """
            ranked as (
                select m.*, a.name_sort, a.slug,
                    row_number() over (partition by m.actor_id order by %2$s) as place
                from counted m join actor a on a.id = m.other_id where %1$s
            )
            select r.actor_id, r.other_id, r.meetings, f.id as first_id, l.id as last_id, r.name_sort, r.slug
            from ranked r join held f on f.rank = r.first join held l on l.rank = r.last
            where r.place <= :most order by r.actor_id, r.place""";

    static final String MOST_FIRST = "counterparts by meetings";
    static final String ALL_MOST_FIRST = "encounters by meetings";

    /** By number of meetings, sort name and slug of the counterpart. */
    private static final RowOrder COUNTERPARTS = new RowOrder(
            List.of(Key.greatestFirst("m.meetings"), Key.text("a.name_sort"), Key.text("a.slug")),
            Pattern.compile("(\\d{1,9}) (.*)\n([a-z0-9-]+)"));

    /** By number of meetings, and the slugs of both actors. */
    private static final RowOrder ENCOUNTERS = new RowOrder(
            List.of(Key.greatestFirst("n.meetings"), Key.text("n.slug"), Key.text("n.other_slug")),
            Pattern.compile("(\\d{1,9})\n([a-z0-9-]+)/([a-z0-9-]+)"));

    private final Store store;

    EncounterQueries(Store store) {
        this.store = store;
    }

    private static String present(String meetings, ActorLevel by) {
        String actor = by == ActorLevel.PRINCIPAL ? "coalesce(f.principal_id, s.principal_id)" : "t.actor_id";
        return String.format(Locale.ROOT, PRESENT, meetings, Presence.ABSENT, Presence.standing(ATTENDED), actor);
    }

    /** Returns a page of all pairs, those with most meetings first. Its rows also have the number of pairs. */
    Connection<Encounter> all(MeetingFilter filter, ActorLevel by, PageRequest request) {
        WhereClause where = MeetingQueries.where(filter);
        String pairs = present(where.sql(), by) + PAIRS;
        String number = BoundedCount.of("pair");
        List<Object[]> rows = store.rows(pairs + COUNTED + String.format(Locale.ROOT, ALL, ENCOUNTERS.between(request, where),
                ENCOUNTERS.terms(request), request.size() + 1, number), where);
        Map<Long, Meeting> ends = MeetingQueries.ends(store, rows);
        return Slice.of(rows, request).page(
                row -> edge(encounter(row, filter, ends), ALL_MOST_FIRST, String.valueOf(row[2]), (String) row[5]),
                () -> ((Number) (rows.isEmpty() ? store.rows(pairs + number, MeetingQueries.where(filter)).get(0)[0] : rows.get(0)[6]))
                        .intValue());
    }

    /** Returns a page of counterparts for each actor: participants that do not act for it, those with most meetings first. */
    List<Connection<Encounter>> counterparts(List<Long> actors, MeetingFilter filter, ActorLevel by, PageRequest request) {
        WhereClause where = MeetingQueries.where(filter).keys("parents", actors);
        String pairs = present(where.sql() + " and " + OF_PARENTS, by) + PAIRS_OF_PARENTS;
        BatchCounts counts = new BatchCounts(() -> store.numbers(pairs + " select p.actor_id, count(*) from pair p group by p.actor_id",
                MeetingQueries.where(filter).keys("parents", actors)));
        where.with("most", request.size() + 1);
        String ranked = String.format(Locale.ROOT, RANKED, COUNTERPARTS.between(request, where), COUNTERPARTS.terms(request));
        Map<Long, List<Object[]>> rows = store.rows(pairs + COUNTED + ranked, where).stream()
                .collect(Collectors.groupingBy(row -> (Long) row[0]));
        Map<Long, Meeting> ends = MeetingQueries.ends(store, rows.values().stream().flatMap(List::stream).toList());
        return actors.stream()
                .map(actor -> Slice.of(rows.getOrDefault(actor, List.of()), request).page(
                        row -> edge(encounter(row, filter, ends), MOST_FIRST, row[2] + " " + row[5], (String) row[6]),
                        () -> counts.of(actor)))
                .toList();
    }

    private static Encounter encounter(Object[] row, MeetingFilter filter, Map<Long, Meeting> ends) {
        return new Encounter((Long) row[0], (Long) row[1], filter, ((Number) row[2]).intValue(), ends.get(row[3]).date,
                ends.get(row[4]).date);
    }

    private static Edge<Encounter> edge(Encounter encounter, String list, String key, String slug) {
        return new Edge<>(new Cursor(list, key, slug).encode(), encounter);
    }
}
