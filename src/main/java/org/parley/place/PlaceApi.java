package org.parley.place;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.store.Store;

/** Places and the countries they lie in. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class PlaceApi {

    private final Store store;

    PlaceApi(Store store) {
        this.store = store;
    }

    @Description("The state it lies in, where the sources say.")
    public List<Actor> country(@Source List<Place> places) {
        return store.byKeys(Actor.class, places.stream().map(place -> place.countryKey).toList());
    }
}
