package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.Edge;
import org.parley.paging.PageRequest;
import org.parley.paging.Slice;
import org.parley.persistence.BatchCounts;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.ListQuery.Key;
import org.parley.persistence.RowOrder;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.source.Dated;
import org.parley.time.DateOrder;

/** Every query on positions. */
@ApplicationScoped
public class PositionQueries {

    static final String BY_DATE = "positions by date";

    private static final String ISSUES = "e.issue_id in (select i.id from issue i where i.slug = any(:issues))";

    static final String STANDINGS_BY_NAME = "standings by name";

    /** By sort name and slug of the actor, and slug of the position. */
    private static final RowOrder BY_ACTOR = new RowOrder(List.of(Key.text("a.name_sort"), Key.text("a.slug"), Key.text("l.slug")),
            Pattern.compile("(.*)\n([a-z0-9-]+)/([a-z0-9-]+)"));

    private static final String LAST_POSITIONS = """
            select d.issue_id, d.actor_id, d.id, d.slug from (
                select p.issue_id, p.actor_id, p.id, p.slug,
                    rank() over (partition by p.issue_id, p.actor_id order by p.date_sort desc) as place
                from position p where p.issue_id = any(:parents) and %s) d
            where d.place = 1""";

    private static final String STANDINGS = """
            select r.issue_id, r.id, r.name_sort, r.slug from (
                select l.issue_id, l.id, a.name_sort, a.slug || '/' || l.slug as slug,
                    row_number() over (partition by l.issue_id order by %3$s) as rank
                from (%1$s) l join actor a on a.id = l.actor_id where %2$s) r
            where r.rank <= :most order by r.issue_id, r.rank""";

    private final Store store;

    PositionQueries(Store store) {
        this.store = store;
    }

    Connection<Position> page(PositionFilter filter, DateOrder order, PageRequest request) {
        return store.page(Dated.listing(Position.class, BY_DATE, "position", order), where(filter), request);
    }

    List<Connection<Position>> ofActors(List<Long> actors, PositionFilter filter, DateOrder order, PageRequest request) {
        ListQuery<Position> listing = Dated.ofActor(Position.class, BY_DATE, "position", "HOLDER", order);
        return store.pages(listing, where(filter), request, actors);
    }

    List<Connection<Position>> onIssues(List<Long> issues, PositionFilter filter, DateOrder order, PageRequest request) {
        ListQuery<Position> listing = Dated.listing(Position.class, BY_DATE, "position", "issue_id", order);
        return store.pages(listing, where(filter), request, issues);
    }

    public static WhereClause where(PositionFilter filter) {
        return WhereClause.of(filter, PositionQueries::conditions);
    }

    private static WhereClause conditions(PositionFilter filter) {
        return new WhereClause().during("e", filter.between()).anyOf(Conditions.countsFor("HOLDER", "actors"), "actors", filter.actors())
                .anyOf(ISSUES, "issues", filter.issues()).anyOf("e.stance = any(:stances)", "stances", filter.stances())
                .anyOf("e.voice = any(:voices)", "voices", filter.voices()).anyOf(Conditions.SOURCES, "sources", filter.sources())
                .and("e.date_inferred = :inferred", "inferred", filter.inferred())
                .and("(" + PreviousPositionQueries.CHANGES_STANCE + ") = :changesStance", "changesStance", filter.changesStance());
    }

    List<List<Position>> points(List<Long> statements) {
        return store.linked(Position.class, """
                select e.statement_id as parent, {e.*} from position e where e.statement_id = any(:parents)
                order by e.statement_id, e.number""", new WhereClause(), statements);
    }

    /** Returns for each issue a page of the positions of its actors, by name: of each actor all of its last day up to the given day. */
    List<Connection<Position>> standings(List<Long> issues, LocalDate day, PageRequest request) {
        WhereClause where = new WhereClause().and("p.date_sort <= cast(:day as date)", "day", WhereClause.day(day));
        String last = String.format(Locale.ROOT, LAST_POSITIONS, where.sql());
        BatchCounts counts = new BatchCounts(() -> store.numbers("select l.issue_id, count(*) from (" + last + ") l group by l.issue_id",
                where.keys("parents", issues)));
        WhereClause page = new WhereClause().with("most", request.size() + 1).with("day", WhereClause.day(day)).keys("parents", issues);
        String sql = String.format(Locale.ROOT, STANDINGS, last, BY_ACTOR.between(request, page), BY_ACTOR.terms(request));
        Map<Long, List<Object[]>> rows = store.rows(sql, page).stream().collect(Collectors.groupingBy(row -> (Long) row[0]));
        Map<Long, Position> positions = positions(rows.values().stream().flatMap(List::stream).map(row -> (Long) row[1]).toList());
        return issues.stream()
                .map(issue -> Slice.of(rows.getOrDefault(issue, List.of()), request).page(
                        row -> new Edge<>(new Cursor(STANDINGS_BY_NAME, (String) row[2], (String) row[3]).encode(), positions.get(row[1])),
                        () -> counts.of(issue)))
                .toList();
    }

    private Map<Long, Position> positions(List<Long> keys) {
        return store.byKeys(Position.class, keys).stream().collect(Collectors.toMap(position -> position.key, position -> position));
    }
}
