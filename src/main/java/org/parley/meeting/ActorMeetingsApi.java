package org.parley.meeting;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.paging.PageRequest;
import org.parley.source.Recorded;
import org.parley.store.Store;
import org.parley.time.DateOrder;

/** The meetings of an actor: those in which it acted itself, and those in which someone acted for it. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class ActorMeetingsApi {

    private final MeetingQueries queries;
    private final EncounterQueries encounters;
    private final Store store;

    ActorMeetingsApi(MeetingQueries queries, EncounterQueries encounters, Store store) {
        this.queries = queries;
        this.encounters = encounters;
        this.store = store;
    }

    @NonNull
    @Description("Meetings it hosted itself, or someone hosted on its behalf.")
    public List<@NonNull MeetingConnection> hosted(@Source List<Actor> actors, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return pages(actors, "HOST", filter, orderBy, first, after, last, before);
    }

    @NonNull
    @Description("Meetings it mediated itself, or someone mediated on its behalf.")
    public List<@NonNull MeetingConnection> mediated(@Source List<Actor> actors, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return pages(actors, "MEDIATOR", filter, orderBy, first, after, last, before);
    }

    @NonNull
    @Description("Meetings in which it had any role, or someone who acted on its behalf.")
    public List<@NonNull MeetingConnection> attended(@Source List<Actor> actors, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return pages(actors, "ANY", filter, orderBy, first, after, last, before);
    }

    @NonNull
    @Description("Whom it met: one row a counterpart, most held meetings first. Those who acted for it are no counterparts.")
    public List<@NonNull EncounterConnection> counterparts(@Source List<Actor> actors, MeetingFilter filter, Integer first, String after) {
        PageRequest request = PageRequest.of(EncounterQueries.MOST_FIRST, first, after, null, null);
        return encounters.counterparts(Recorded.keys(actors), filter, request).stream().map(EncounterConnection::new).toList();
    }

    @NonNull
    @Description("The counterpart.")
    public List<@NonNull Actor> actor(@Source List<Encounter> encounters) {
        return store.byKeys(Actor.class, encounters.stream().map(encounter -> encounter.actorKey).toList());
    }

    private List<MeetingConnection> pages(List<Actor> actors, String role, MeetingFilter filter, DateOrder order, Integer first,
            String after, Integer last, String before) {
        List<Long> keys = Recorded.keys(actors);
        return queries.ofActors(keys, role, filter, order, MeetingApi.request(first, after, last, before)).stream()
                .map(MeetingConnection::new).toList();
    }
}
