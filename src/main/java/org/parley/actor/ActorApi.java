package org.parley.actor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;
import org.parley.source.RecordEntity;

/** Actors, what they belong to, the offices they held, and the sources they wrote and published. */
@GraphQLApi
@ApplicationScoped
public class ActorApi {

    private static final String ON = "Only offices held on this day, and offices of unknown dates. Those of rank `FORMER` are not held.";

    private final ActorQueries actors;
    private final Store store;

    ActorApi(ActorQueries actors, Store store) {
        this.actors = actors;
        this.store = store;
    }

    @Query
    @Description("""
            A state, person, ministry or other actor by its slug; null if not found. \
            Example: `actor(slug: "armenia") { name kind }`.""")
    public Actor actor(@NonNull String slug) {
        return store.bySlug(Actor.class, slug);
    }

    @Query
    @NonNull
    @Description("All actors, by name. Example: `actors(filter: {kinds: [STATE]}, first: 10) { nodes { slug name } }`.")
    public Connection<Actor> actors(ActorFilter filter, @NonNull @DefaultValue("NAME_ASC") ActorOrder orderBy, Integer first, String after,
            Integer last, String before) {
        return actors.page(filter, orderBy, PageRequest.of(ActorQueries.BY_NAME, first, after, last, before));
    }

    public List<Actor> partOf(@Source List<Actor> parts) {
        return store.byKeys(Actor.class, parts.stream().map(part -> part.partOfKey).toList());
    }

    @NonNull
    @Description("The actors that belong to this one, by name.")
    public List<@NonNull List<@NonNull Actor>> parts(@Source List<Actor> wholes) {
        return actors.parts(RecordEntity.keys(wholes));
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> authors(@Source List<org.parley.source.Source> sources) {
        return actors.involved(RecordEntity.keys(sources), "AUTHOR");
    }

    public List<Actor> publisher(@Source List<org.parley.source.Source> sources) {
        return store.byKeys(Actor.class, sources.stream().map(source -> source.publisherKey).toList());
    }

    @NonNull
    @Description("The offices held by this person, earliest first: each term is an item of its own.")
    public List<@NonNull List<@NonNull Office>> offices(@Source List<Actor> holders, @Description(ON) LocalDate on) {
        return actors.offices(RecordEntity.keys(holders), on);
    }

    @NonNull
    @Description("The offices held in or for this state, body, party or group, or one that belongs to it, by name of the holder. Several holders may have the same office at a time.")
    public List<@NonNull List<@NonNull Office>> officeHolders(@Source List<Actor> wholes, @Description(ON) LocalDate on) {
        return actors.officeHolders(RecordEntity.keys(wholes), on);
    }

    @NonNull
    @Description("Who held the office.")
    public List<@NonNull Actor> holder(@Source List<Office> offices) {
        return store.byKeys(Actor.class, offices.stream().map(office -> office.holderKey).toList());
    }

    @NonNull
    public List<@NonNull Actor> of(@Source List<Office> offices) {
        return store.byKeys(Actor.class, offices.stream().map(office -> office.ofKey).toList());
    }
}
