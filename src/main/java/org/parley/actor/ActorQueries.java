package org.parley.actor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** The SQL queries of this package: actors and the offices they held. */
@ApplicationScoped
public class ActorQueries {

    static final String BY_NAME = "actors by name";

    private static final String WITHIN = """
            e.id in (with recursive part (id) as (
                select p.id from actor p join actor w on w.id = p.part_of_id where w.slug = any(:partOf)
                union select p.id from actor p join part on p.part_of_id = part.id) select id from part)""";

    private static final String COUNTRIES = """
            (e.id = any(array(select acting_for(:countries))) or exists (
                select from office o where o.holder_id = e.id and o.of_id = any(array(select acting_for(:countries)))))""";

    private static final String ROLES = """
            exists (select from actor_record r where r.actor_id = e.id and r.kind in ('MEETING', 'AGREEMENT') and r.role = any(:roles))""";

    /** A term whose end is unknown ends at the latest when a later one of the same office began. */
    private static final String HELD = """
            e.rank <> 'FORMER' and daterange(e.from_earliest, e.to_latest, '[]') @> cast(:day as date) and not (e.to_latest is null
                and succeeded(e.holder_id, e.title, coalesce(e.from_earliest, e.from_latest), cast(:day as date)))""";

    private final Store store;

    ActorQueries(Store store) {
        this.store = store;
    }

    Connection<Actor> page(ActorFilter filter, ActorOrder order, PageRequest request) {
        return store.page(byName(order), where(filter), request);
    }

    private static ListQuery<Actor> byName(ActorOrder order) {
        return new ListQuery<>(Actor.class, BY_NAME, "actor e", new ListQuery.Key("e.name_sort", "cast(%s as text)"),
                actor -> new Cursor(BY_NAME, actor.nameSort, actor.slug), order == ActorOrder.NAME_DESC);
    }

    private static WhereClause where(ActorFilter filter) {
        return WhereClause.of(filter, ActorQueries::conditions);
    }

    private static WhereClause conditions(ActorFilter filter) {
        return new WhereClause().anyOf("e.kind = any(:kinds)", "kinds", filter.kinds()).text(Conditions.TEXT, "text", filter.text())
                .anyOf(ROLES, "roles", filter.roles())
                .anyOf("exists (select from office o where o.holder_id = e.id and o.rank = any(:ranks))", "ranks", filter.ranks())
                .anyOf(WITHIN, "partOf", filter.partOf()).anyOf(COUNTRIES, "countries", filter.countries());
    }

    List<List<Actor>> parts(List<Long> wholes) {
        return store.linked(Actor.class,
                "select e.part_of_id as parent, {e.*} from actor e where e.part_of_id = any(:parents) order by e.name_sort, e.slug",
                new WhereClause(), wholes);
    }

    List<List<Office>> offices(List<Long> holders, LocalDate on) {
        WhereClause where = held(on);
        return store.linked(Office.class, "select e.holder_id as parent, {e.*} from office e where e.holder_id = any(:parents) and "
                + where.sql() + " order by e.from_earliest nulls last, e.title, e.term", where, holders);
    }

    List<List<Office>> officeHolders(List<Long> wholes, LocalDate on) {
        WhereClause where = held(on);
        return store.linked(Office.class, """
                with recursive part (whole_id, id) as (
                    select k.id, k.id from unnest(cast(:parents as bigint[])) as k (id)
                    union select part.whole_id, p.id from part join actor p on p.part_of_id = part.id)
                select part.whole_id as parent, {e.*} from part join office e on e.of_id = part.id join actor h on h.id = e.holder_id
                where\s""" + where.sql() + " order by h.name_sort, h.slug, e.title, e.term", where, wholes);
    }

    private static WhereClause held(LocalDate on) {
        return new WhereClause().and(HELD, "day", WhereClause.day(on));
    }

    /** The actors that a record lists in a role, in the record's order. */
    public List<List<Actor>> involved(List<Long> records, String role) {
        return store.linked(Actor.class, """
                select i.record_id as parent, {e.*} from involvement i join actor e on e.id = i.actor_id
                where i.record_id = any(:parents) and i.role = :role order by i.position""", new WhereClause().with("role", role), records);
    }
}
