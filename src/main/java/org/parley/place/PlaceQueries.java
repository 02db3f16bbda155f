package org.parley.place;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** SQL queries for places. */
@ApplicationScoped
class PlaceQueries {

    static final String BY_NAME = "places by name";

    private static final ListQuery<Place> LISTING = new ListQuery<>(Place.class, BY_NAME, "place e", ListQuery.Key.plain("e.name"),
            place -> new Cursor(BY_NAME, place.name, place.slug), false);

    private final Store store;

    PlaceQueries(Store store) {
        this.store = store;
    }

    Connection<Place> page(PlaceFilter filter, PageRequest request) {
        return store.page(LISTING, where(filter), request);
    }

    private static WhereClause where(PlaceFilter filter) {
        return new WhereClause().text(Conditions.TEXT, "text", filter.text())
                .anyOf("e.country_id in (select a.id from actor a where a.slug = any(:countries))", "countries", filter.countries());
    }
}
