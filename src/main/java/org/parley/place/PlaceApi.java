package org.parley.place;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;

/** GraphQL fields of places. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class PlaceApi {

    private final PlaceQueries queries;
    private final Store store;

    PlaceApi(PlaceQueries queries, Store store) {
        this.queries = queries;
        this.store = store;
    }

    @Query
    @Description("""
            A location of meetings and events by its slug; null if not found. \
            Example: `place(slug: "brussels") { name meetings(first: 5) { nodes { title } } }`.""")
    public Place place(@NonNull String slug) {
        return store.bySlug(Place.class, slug);
    }

    @Query
    @NonNull
    @Description("""
            Locations of meetings and events, by name. \
            Example: `places(first: 10) { nodes { name coordinates { latitude longitude } meetings { totalCount } } }`.""")
    public Connection<Place> places(PlaceFilter filter, Integer first, String after, Integer last, String before) {
        return queries.page(filter, PageRequest.of(PlaceQueries.BY_NAME, first, after, last, before));
    }

    public List<Actor> country(@Source List<Place> places) {
        return store.byKeys(Actor.class, places.stream().map(place -> place.countryKey).toList());
    }
}
