package org.parley.meeting;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.issue.Issue;
import org.parley.paging.Connection;
import org.parley.place.Place;
import org.parley.source.RecordEntity;
import org.parley.time.DateOrder;

/** GraphQL fields for the meetings of actors, issues and places. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class ActorAndIssueMeetingsApi {

    static final String MEETINGS = "The meetings of a track, about an issue or at a place, held or not, by date.";

    private final MeetingQueries queries;

    ActorAndIssueMeetingsApi(MeetingQueries queries) {
        this.queries = queries;
    }

    @NonNull
    @Description("The meetings this actor hosted, or someone hosted on its behalf.")
    public List<@NonNull Connection<Meeting>> hosted(@Source List<Actor> actors, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return pages(actors, "HOST", filter, orderBy, first, after, last, before);
    }

    @NonNull
    @Description("The meetings this actor mediated, or someone mediated on its behalf.")
    public List<@NonNull Connection<Meeting>> mediated(@Source List<Actor> actors, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return pages(actors, "MEDIATOR", filter, orderBy, first, after, last, before);
    }

    @NonNull
    @Description("The meetings in which this actor had any role, or someone acting on its behalf.")
    public List<@NonNull Connection<Meeting>> attended(@Source List<Actor> actors, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return pages(actors, "ANY", filter, orderBy, first, after, last, before);
    }

    @NonNull
    @Name("meetings")
    @Description(MEETINGS)
    public List<@NonNull Connection<Meeting>> meetingsOnIssue(@Source List<Issue> issues, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.onIssues(RecordEntity.keys(issues), filter, orderBy, MeetingApi.request(first, after, last, before));
    }

    @NonNull
    @Name("meetings")
    @Description(MEETINGS)
    public List<@NonNull Connection<Meeting>> meetingsAtPlace(@Source List<Place> places, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.atPlaces(RecordEntity.keys(places), filter, orderBy, MeetingApi.request(first, after, last, before));
    }

    private List<Connection<Meeting>> pages(List<Actor> actors, String role, MeetingFilter filter, DateOrder order, Integer first,
            String after, Integer last, String before) {
        return queries.ofActors(RecordEntity.keys(actors), role, filter, order, MeetingApi.request(first, after, last, before));
    }
}
