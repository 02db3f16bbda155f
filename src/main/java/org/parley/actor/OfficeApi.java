package org.parley.actor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.source.Recorded;
import org.parley.store.Store;

/** Offices: who held them, and in or for which state or body. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class OfficeApi {

    private final ActorQueries actors;
    private final Store store;

    OfficeApi(ActorQueries actors, Store store) {
        this.actors = actors;
        this.store = store;
    }

    @NonNull
    @Description("Offices this person held; 'on' keeps those held at that date, and those of which the sources do not say when they were held.")
    public List<@NonNull List<@NonNull Office>> offices(@Source List<Actor> holders, LocalDate on) {
        return actors.offices(Recorded.keys(holders), on);
    }

    @NonNull
    @Description("Who held office in or for this state or body, or for what belongs to it; 'on' as for offices.")
    public List<@NonNull List<@NonNull Office>> officeHolders(@Source List<Actor> wholes, LocalDate on) {
        return actors.officeHolders(Recorded.keys(wholes), on);
    }

    @NonNull
    @Description("Who held it.")
    public List<@NonNull Actor> holder(@Source List<Office> offices) {
        return store.byKeys(Actor.class, offices.stream().map(office -> office.holderKey).toList());
    }

    @NonNull
    @Description("The state or body the office is of.")
    public List<@NonNull Actor> of(@Source List<Office> offices) {
        return store.byKeys(Actor.class, offices.stream().map(office -> office.ofKey).toList());
    }
}
