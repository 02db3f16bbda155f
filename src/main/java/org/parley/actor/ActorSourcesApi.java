package org.parley.actor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.Discrepancy;
import org.parley.source.DiscrepancyQueries;
import org.parley.source.Recorded;
import org.parley.source.Source;
import org.parley.store.Store;

/** What actors and sources have to do with each other: who wrote and published a source, which sources vouch for an actor. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class ActorSourcesApi {

    private final ActorQueries actors;
    private final AttestationQueries attestations;
    private final DiscrepancyQueries discrepancies;
    private final Store store;

    ActorSourcesApi(ActorQueries actors, AttestationQueries attestations, DiscrepancyQueries discrepancies, Store store) {
        this.actors = actors;
        this.attestations = attestations;
        this.discrepancies = discrepancies;
        this.store = store;
    }

    @NonNull
    @Description("Who wrote it.")
    public List<@NonNull List<@NonNull Actor>> authors(@org.eclipse.microprofile.graphql.Source List<Source> sources) {
        return actors.involved(Recorded.keys(sources), "AUTHOR");
    }

    @Description("Who published it.")
    public List<Actor> publisher(@org.eclipse.microprofile.graphql.Source List<Source> sources) {
        return store.byKeys(Actor.class, sources.stream().map(source -> source.publisherKey).toList());
    }

    @NonNull
    @Description("Which sources vouch for it, and where.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@org.eclipse.microprofile.graphql.Source List<Actor> records) {
        return attestations.of(records);
    }

    @NonNull
    @Description("On which of its fields the sources disagree.")
    public List<@NonNull List<@NonNull Discrepancy>> discrepancies(@org.eclipse.microprofile.graphql.Source List<Actor> records) {
        return discrepancies.of(records);
    }
}
