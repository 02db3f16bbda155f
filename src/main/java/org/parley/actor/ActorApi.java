package org.parley.actor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.paging.PageRequest;
import org.parley.source.Recorded;
import org.parley.store.Store;

/** Actors, what they belong to and the offices they held. */
@GraphQLApi
@ApplicationScoped
public class ActorApi {

    private final ActorQueries actors;
    private final Store store;

    ActorApi(ActorQueries actors, Store store) {
        this.actors = actors;
        this.store = store;
    }

    @Query
    @Description("A state, person, ministry or body by its slug, e.g. \"armenia\"; null where there is none.")
    public Actor actor(@NonNull String slug) {
        return store.bySlug(Actor.class, slug);
    }

    @Query
    @NonNull
    @Description("States, people, ministries and bodies, by name.")
    public ActorConnection actors(ActorFilter filter, @NonNull @DefaultValue("NAME_ASC") ActorOrder orderBy, Integer first, String after,
            Integer last, String before) {
        return new ActorConnection(actors.page(filter, orderBy, PageRequest.of(ActorQueries.BY_NAME, first, after, last, before)));
    }

    @Description("The body or state it belongs to: a ministry's state, a contingent's state.")
    public List<Actor> partOf(@Source List<Actor> parts) {
        return store.byKeys(Actor.class, parts.stream().map(part -> part.partOfKey).toList());
    }

    @NonNull
    @Description("The actors that belong to it.")
    public List<@NonNull List<@NonNull Actor>> parts(@Source List<Actor> wholes) {
        return actors.parts(Recorded.keys(wholes));
    }
}
