package org.parley.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.source.TimelineEntry;
import org.parley.time.DateOrder;

/** Serves the timeline: meetings, statements, agreements and events in one list by date. */
@GraphQLApi
@ApplicationScoped
public class TimelineApi {

    private final TimelineQueries queries;

    TimelineApi(TimelineQueries queries) {
        this.queries = queries;
    }

    @Query
    @NonNull
    @Description("""
            Meetings, statements, agreements and events in one list, by date; an inexact date is sorted by its first day. \
            Example: `timeline(filter: {actors: ["armenia"]}) { nodes { __typename ... on Meeting { title } } }`.""")
    public Connection<TimelineEntry> timeline(TimelineFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after, Integer last, String before) {
        return queries.page(filter, orderBy, PageRequest.of(TimelineQueries.BY_DATE, first, after, last, before));
    }
}
