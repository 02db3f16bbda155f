package org.parley.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.ActorQueries;
import org.parley.issue.Issue;
import org.parley.issue.IssueQueries;
import org.parley.paging.PageRequest;
import org.parley.place.Place;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.Discrepancy;
import org.parley.source.DiscrepancyQueries;
import org.parley.source.Recorded;
import org.parley.store.Store;
import org.parley.time.DateOrder;

/** What happened and was no meeting. */
@GraphQLApi
@ApplicationScoped
public class EventApi {

    private final EventQueries queries;
    private final ActorQueries actors;
    private final IssueQueries issues;
    private final AttestationQueries attestations;
    private final DiscrepancyQueries discrepancies;
    private final Store store;

    EventApi(EventQueries queries, ActorQueries actors, IssueQueries issues, AttestationQueries attestations,
            DiscrepancyQueries discrepancies, Store store) {
        this.queries = queries;
        this.actors = actors;
        this.issues = issues;
        this.attestations = attestations;
        this.discrepancies = discrepancies;
        this.store = store;
    }

    @Query
    @Description("An event by its slug; null where there is none.")
    public Event event(@NonNull String slug) {
        return store.bySlug(Event.class, slug);
    }

    @Query
    @NonNull
    @Description("What happened beside the talks, by date: wars, ceasefires, deployments, blockades.")
    public EventConnection events(EventFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after,
            Integer last, String before) {
        return new EventConnection(queries.page(filter, orderBy, PageRequest.of(EventQueries.BY_DATE, first, after, last, before)));
    }

    @Description("Where it happened; null where the sources do not say.")
    public List<Place> place(@Source List<Event> events) {
        return store.byKeys(Place.class, events.stream().map(event -> event.placeKey).toList());
    }

    @NonNull
    @Description("Who had a part in it.")
    public List<@NonNull List<@NonNull Actor>> actors(@Source List<Event> events) {
        return actors.involved(Recorded.keys(events), "INVOLVED");
    }

    @NonNull
    @Description("On which issues it bears.")
    public List<@NonNull List<@NonNull Issue>> issues(@Source List<Event> events) {
        return issues.of(Recorded.keys(events));
    }

    @NonNull
    @Description("Which sources vouch for it, and where.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Event> events) {
        return attestations.of(events);
    }

    @NonNull
    @Description("On which of its fields the sources disagree.")
    public List<@NonNull List<@NonNull Discrepancy>> discrepancies(@Source List<Event> records) {
        return discrepancies.of(records);
    }
}
