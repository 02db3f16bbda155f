package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.source.Dated;
import org.parley.store.Conditions;
import org.parley.store.Listing;
import org.parley.store.Store;
import org.parley.store.Where;
import org.parley.time.DateOrder;

/** Every query on positions. */
@ApplicationScoped
public class PositionQueries {

    static final String BY_DATE = "positions by date";

    private static final String ISSUES = "e.issue_id in (select i.id from issue i where i.slug = any(:issues))";

    private final Store store;

    PositionQueries(Store store) {
        this.store = store;
    }

    Page<PositionEdge> page(PositionFilter filter, DateOrder order, PageRequest request) {
        return store.page(Dated.listing(Position.class, BY_DATE, "position", order), where(filter), request, PositionEdge::new);
    }

    List<Page<PositionEdge>> ofActors(List<Long> actors, PositionFilter filter, DateOrder order, PageRequest request) {
        Listing<Position> listing = Dated.ofActor(Position.class, BY_DATE, "position", "HOLDER", order);
        return store.pages(listing, where(filter), request, actors, PositionEdge::new);
    }

    List<Page<PositionEdge>> onIssues(List<Long> issues, PositionFilter filter, DateOrder order, PageRequest request) {
        Listing<Position> listing = Dated.listing(Position.class, BY_DATE, "position", "issue_id", order);
        return store.pages(listing, where(filter), request, issues, PositionEdge::new);
    }

    private static Where where(PositionFilter given) {
        PositionFilter filter = given == null ? PositionFilter.ALL : given;
        return new Where().during("e", filter.between()).anyOf(Conditions.countsFor("HOLDER", "actors"), "actors", filter.actors())
                .anyOf(ISSUES, "issues", filter.issues()).anyOf("e.stance = any(:stances)", "stances", filter.stances())
                .anyOf("e.voice = any(:voices)", "voices", filter.voices());
    }

    List<List<Position>> points(List<Long> statements) {
        return store.linked(Position.class, """
                select e.statement_id as parent, {e.*} from position e where e.statement_id = any(:parents)
                order by e.statement_id, e.number""", new Where(), statements);
    }

    /** For each issue the last position of each actor up to that day; of several on its last day the last one. */
    List<List<Position>> standings(List<Long> issues, LocalDate asOf) {
        Where where = new Where().and("p.date_sort <= cast(:asOf as date)", "asOf", Where.day(asOf));
        return store.linked(Position.class, """
                select l.issue_id as parent, {e.*} from (
                    select distinct on (p.issue_id, p.actor_id) p.issue_id, p.id from position p
                    where p.issue_id = any(:parents) and\s""" + where.sql() + """
                    \s order by p.issue_id, p.actor_id, p.date_sort desc, p.number desc nulls last, p.slug desc) l
                join position e on e.id = l.id join actor a on a.id = e.actor_id order by a.name_sort, a.slug""", where, issues);
    }
}
