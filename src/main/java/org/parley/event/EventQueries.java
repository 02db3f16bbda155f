package org.parley.event;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.source.Dated;
import org.parley.store.Conditions;
import org.parley.store.Store;
import org.parley.store.Where;
import org.parley.time.DateOrder;

/** Every query on events. */
@ApplicationScoped
public class EventQueries {

    static final String BY_DATE = "events by date";

    private static final String TEXT = "plain(e.title || E'\\n' || coalesce(e.summary, '')) like part(:text)";

    private final Store store;

    EventQueries(Store store) {
        this.store = store;
    }

    Page<EventEdge> page(EventFilter given, DateOrder order, PageRequest request) {
        EventFilter filter = given == null ? EventFilter.ALL : given;
        Where where = new Where().during("e", filter.between()).anyOf("e.kind = any(:kinds)", "kinds", filter.kinds())
                .anyOf(Conditions.countsFor("INVOLVED", "actors"), "actors", filter.actors())
                .anyOf(Conditions.PLACES, "places", filter.places()).text(TEXT, "text", filter.text());
        return store.page(Dated.listing(Event.class, BY_DATE, "event", order), where, request, EventEdge::new);
    }
}
