package org.parley.meeting;

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
import org.parley.actor.Office;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;

/** GraphQL fields for hostings and the mediation matrix: which mediator hosted which leaders, and when. */
@GraphQLApi
@ApplicationScoped
public class HostingApi {

    private final HostingQueries queries;
    private final MediationMatrixQueries matrix;
    private final CountedMeetingQueries counted;
    private final Store store;

    HostingApi(HostingQueries queries, MediationMatrixQueries matrix, CountedMeetingQueries counted, Store store) {
        this.queries = queries;
        this.matrix = matrix;
        this.counted = counted;
        this.store = store;
    }

    @Query
    @NonNull
    @Description("""
            Who hosted or mediated for which leader, and when: one row for each meeting, host or mediator, and leader, oldest first. \
            Example: `hostings(filter: {leaders: ["ilham-aliyev"]}) { nodes { mediator { name } meeting { title } } }`.""")
    public Connection<Hosting> hostings(HostingFilter filter, Integer first, String after, Integer last, String before) {
        return queries.page(filter, PageRequest.of(HostingQueries.BY_DATE, first, after, last, before));
    }

    @Query
    @NonNull
    @Description("""
            Number of held meetings for each pair of host or mediator and leader, or of those for whom they acted, most meetings first. \
            A meeting that `by: PRINCIPAL` would count for one actor as mediator and leader is not counted. \
            Example: `mediationMatrix(first: 10) { nodes { mediator { name } leader { name } meetings } }`.""")
    public Connection<MediationCell> mediationMatrix(HostingFilter filter,
            @NonNull @DefaultValue("PERSON") @Description(EncounterApi.LEVEL) ActorLevel by, Integer first, String after, Integer last,
            String before) {
        return matrix.matrix(filter, by, PageRequest.of(MediationMatrixQueries.MOST_FIRST, first, after, last, before));
    }

    @NonNull
    @Description("The host or mediator.")
    public List<@NonNull Actor> mediator(@Source List<Mediated> rows) {
        return store.byKeys(Actor.class, rows.stream().map(Mediated::mediatorKey).toList());
    }

    @Description("The state or body for which the host or mediator acted; null if for none.")
    public List<Actor> onBehalfOf(@Source List<Hosting> hostings) {
        return store.byKeys(Actor.class, hostings.stream().map(Hosting::onBehalfOfKey).toList());
    }

    @NonNull
    @Description("The leader who took part.")
    public List<@NonNull Actor> leader(@Source List<Mediated> rows) {
        return store.byKeys(Actor.class, rows.stream().map(Mediated::leaderKey).toList());
    }

    @Description("The office in which the leader took part.")
    public List<Office> leaderOffice(@Source List<Hosting> hostings) {
        return store.byKeys(Office.class, hostings.stream().map(Hosting::leaderOfficeKey).toList());
    }

    @NonNull
    @Description("The counted meetings, by date.")
    public List<@NonNull Connection<Meeting>> held(@Source List<MediationCell> cells, Integer first, String after, Integer last,
            String before) {
        return counted.ofCells(cells, MeetingApi.request(first, after, last, before));
    }

    @NonNull
    @Description("The meeting they took part in.")
    public List<@NonNull Meeting> meeting(@Source List<Hosting> hostings) {
        return store.byKeys(Meeting.class, hostings.stream().map(Hosting::meetingKey).toList());
    }
}
