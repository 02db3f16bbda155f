package org.parley.meeting;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.ActorLevel;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;
import org.parley.source.RecordEntity;

/** GraphQL fields for encounters: which actors met, how often, and in which meetings. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class EncounterApi {

    static final String LEVEL = "Whether to count for those who took part, or for the states, bodies and movements they acted for.";

    private final EncounterQueries queries;
    private final CountedMeetingQueries counted;
    private final Store store;

    EncounterApi(EncounterQueries queries, CountedMeetingQueries counted, Store store) {
        this.queries = queries;
        this.counted = counted;
        this.store = store;
    }

    @Query
    @NonNull
    @Description("""
            Pairs of actors that met, each pair once, most held meetings first. An actor meets another if both took part in one meeting \
            and neither acted for the other there or belongs to it. The meetings of a pair are those of \
            `meetings(filter: {together: [one, other], statuses: [HELD]})`. \
            Example: `encounters(by: PRINCIPAL, first: 10) { nodes { actor { name } counterpart { name } meetings } }`.""")
    public Connection<Encounter> encounters(MeetingFilter filter, @NonNull @DefaultValue("PERSON") @Description(LEVEL) ActorLevel by,
            Integer first, String after, Integer last, String before) {
        return queries.all(filter, by, PageRequest.of(EncounterQueries.ALL_MOST_FIRST, first, after, last, before));
    }

    @NonNull
    @Description("""
            The actors that this one met, itself or through someone acting for it: one row each, most held meetings first. Those who acted \
            for it or belong to it are not listed. The meetings of a row are those of \
            `meetings(filter: {together: [this, other], statuses: [HELD]})`.""")
    public List<@NonNull Connection<Encounter>> counterparts(@Source List<Actor> actors, MeetingFilter filter,
            @NonNull @DefaultValue("PERSON") @Description(LEVEL) ActorLevel by, Integer first, String after, Integer last, String before) {
        PageRequest request = PageRequest.of(EncounterQueries.MOST_FIRST, first, after, last, before);
        return queries.counterparts(RecordEntity.keys(actors), filter, by, request);
    }

    @NonNull
    @Description("The actor whose counterparts are listed; in a list of all encounters, the one whose slug comes first.")
    public List<@NonNull Actor> actor(@Source List<Encounter> encounters) {
        return store.byKeys(Actor.class, encounters.stream().map(Encounter::actorKey).toList());
    }

    @NonNull
    @Description("The other actor.")
    public List<@NonNull Actor> counterpart(@Source List<Encounter> encounters) {
        return store.byKeys(Actor.class, encounters.stream().map(Encounter::counterpartKey).toList());
    }

    @NonNull
    @Description("The counted meetings, by date.")
    public List<@NonNull Connection<Meeting>> held(@Source List<Encounter> encounters, Integer first, String after, Integer last,
            String before) {
        return counted.ofEncounters(encounters, MeetingApi.request(first, after, last, before));
    }
}
