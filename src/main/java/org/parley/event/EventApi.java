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
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;
import org.parley.place.Place;
import org.parley.source.RecordEntity;
import org.parley.time.DateOrder;

/** What happened and was no meeting. */
@GraphQLApi
@ApplicationScoped
public class EventApi {

    private final EventQueries queries;
    private final ActorQueries actors;
    private final IssueQueries issues;
    private final Store store;

    EventApi(EventQueries queries, ActorQueries actors, IssueQueries issues, Store store) {
        this.queries = queries;
        this.actors = actors;
        this.issues = issues;
        this.store = store;
    }

    @Query
    @Description("An event by its slug; null if not found. Example: `event(slug: \"second-karabakh-war\") { title date { label } }`.")
    public Event event(@NonNull String slug) {
        return store.bySlug(Event.class, slug);
    }

    @Query
    @NonNull
    @Description("""
            Events other than meetings, by date: wars, ceasefires, deployments, closures. \
            Example: `events(filter: {kinds: [WAR]}) { nodes { title date { label } } }`.""")
    public Connection<Event> events(EventFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after,
            Integer last, String before) {
        return queries.page(filter, orderBy, PageRequest.of(EventQueries.BY_DATE, first, after, last, before));
    }

    public List<Place> place(@Source List<Event> events) {
        return store.byKeys(Place.class, events.stream().map(event -> event.placeKey).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> actors(@Source List<Event> events) {
        return actors.involved(RecordEntity.keys(events), "INVOLVED");
    }

    @NonNull
    public List<@NonNull List<@NonNull Issue>> issues(@Source List<Event> events) {
        return issues.of(RecordEntity.keys(events));
    }
}
