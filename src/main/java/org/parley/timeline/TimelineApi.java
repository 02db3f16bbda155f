package org.parley.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.paging.PageRequest;
import org.parley.time.DateOrder;

/** Meetings, statements, agreements and events in one order of time. */
@GraphQLApi
@ApplicationScoped
public class TimelineApi {

    private final TimelineQueries queries;

    TimelineApi(TimelineQueries queries) {
        this.queries = queries;
    }

    @Query
    @NonNull
    @Description("Meetings, statements, agreements and events in one order of time. A record of imprecise date stands at its earliest day.")
    public TimelineConnection timeline(TimelineFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after) {
        return new TimelineConnection(queries.page(filter, orderBy, PageRequest.of(TimelineQueries.BY_DATE, first, after, null, null)));
    }
}
