package org.parley.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.place.Place;
import org.parley.source.RecordEntity;
import org.parley.time.DateOrder;

/** GraphQL fields for the events of places. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class EventLinksApi {

    private final EventQueries queries;

    EventLinksApi(EventQueries queries) {
        this.queries = queries;
    }

    @NonNull
    @Description("Events at the place, by date.")
    public List<@NonNull Connection<Event>> events(@Source List<Place> places, EventFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.atPlaces(RecordEntity.keys(places), filter, orderBy,
                PageRequest.of(EventQueries.BY_DATE, first, after, last, before));
    }
}
