package org.parley.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Conditions;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.source.Dated;
import org.parley.time.DateOrder;

/** Every query on events. */
@ApplicationScoped
public class EventQueries {

    static final String BY_DATE = "events by date";

    private final Store store;

    EventQueries(Store store) {
        this.store = store;
    }

    Connection<Event> page(EventFilter filter, DateOrder order, PageRequest request) {
        return store.page(Dated.listing(Event.class, BY_DATE, "event", order), where(filter), request);
    }

    List<Connection<Event>> atPlaces(List<Long> places, EventFilter filter, DateOrder order, PageRequest request) {
        return store.pages(Dated.atPlace(Event.class, BY_DATE, "event", order), where(filter), request, places);
    }

    public static WhereClause where(EventFilter filter) {
        return WhereClause.of(filter, EventQueries::conditions);
    }

    private static WhereClause conditions(EventFilter filter) {
        return new WhereClause().during("e", filter.between()).anyOf("e.kind = any(:kinds)", "kinds", filter.kinds())
                .anyOf(Conditions.countsFor("INVOLVED", "actors"), "actors", filter.actors())
                .anyOf(Conditions.PLACES, "places", filter.places()).anyOf(Conditions.COUNTRIES, "countries", filter.countries())
                .anyOf(Conditions.ISSUES, "issues", filter.issues()).and("e.alleged = :alleged", "alleged", filter.alleged())
                .and("e.date_inferred = :inferred", "inferred", filter.inferred()).text(Conditions.TEXT, "text", filter.text());
    }
}
