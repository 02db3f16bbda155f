package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Office;
import org.parley.paging.PageRequest;
import org.parley.store.Store;

/** The headline question: which mediator hosted which leaders when. */
@GraphQLApi
@ApplicationScoped
public class HostingApi {

    private final HostingQueries queries;
    private final Store store;

    HostingApi(HostingQueries queries, Store store) {
        this.queries = queries;
        this.store = store;
    }

    @Query
    @NonNull
    @Description("Which mediator hosted which leaders when: one row for each meeting, host or mediator, and leader; oldest first.")
    public HostingConnection hostings(HostingFilter filter, Integer first, String after) {
        return new HostingConnection(queries.page(filter, PageRequest.of(HostingQueries.BY_DATE, first, after, null, null)));
    }

    @Query
    @NonNull
    @Description("Held meetings counted by mediator and leader, with the first and the last; most meetings first.")
    public MediationCellConnection mediationMatrix(HostingFilter filter, Integer first, String after) {
        return new MediationCellConnection(queries.matrix(filter, PageRequest.of(HostingQueries.MOST_FIRST, first, after, null, null)));
    }

    @NonNull
    @Description("The host or mediator.")
    public List<@NonNull Actor> mediator(@Source List<Hosting> hostings) {
        return store.byKeys(Actor.class, hostings.stream().map(hosting -> hosting.mediatorKey).toList());
    }

    @Description("The state or body for which the host or mediator acted.")
    public List<Actor> onBehalfOf(@Source List<Hosting> hostings) {
        return store.byKeys(Actor.class, hostings.stream().map(hosting -> hosting.onBehalfOfKey).toList());
    }

    @NonNull
    @Description("The leader who took part.")
    public List<@NonNull Actor> leader(@Source List<Hosting> hostings) {
        return store.byKeys(Actor.class, hostings.stream().map(hosting -> hosting.leaderKey).toList());
    }

    @Description("The office the leader held then.")
    public List<Office> leaderOffice(@Source List<Hosting> hostings) {
        return store.byKeys(Office.class, hostings.stream().map(hosting -> hosting.leaderOfficeKey).toList());
    }

    @NonNull
    @Description("The meeting.")
    public List<@NonNull Meeting> meeting(@Source List<Hosting> hostings) {
        return store.byKeys(Meeting.class, hostings.stream().map(hosting -> hosting.meetingKey).toList());
    }

    @NonNull
    @Name("mediator")
    @Description("The host or mediator.")
    public List<@NonNull Actor> cellMediator(@Source List<MediationCell> cells) {
        return store.byKeys(Actor.class, cells.stream().map(cell -> cell.mediatorKey).toList());
    }

    @NonNull
    @Name("leader")
    @Description("The leader who took part.")
    public List<@NonNull Actor> cellLeader(@Source List<MediationCell> cells) {
        return store.byKeys(Actor.class, cells.stream().map(cell -> cell.leaderKey).toList());
    }
}
