package org.parley.agreement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Office;
import org.parley.actor.ParticipationRole;
import org.parley.persistence.Store;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.RecordEntity;

/** GraphQL fields of the roles and links of agreements, and of the steps of their provisions. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class AgreementRelationsApi {

    private final AgreementRelationQueries queries;
    private final AttestationQueries attestations;
    private final Store store;

    AgreementRelationsApi(AgreementRelationQueries queries, AttestationQueries attestations, Store store) {
        this.queries = queries;
        this.attestations = attestations;
        this.store = store;
    }

    @NonNull
    public List<@NonNull List<@NonNull AgreementParticipation>> participations(@Source List<Agreement> agreements,
            @Description("Only these roles. Left out: all.") List<ParticipationRole> roles) {
        return queries.participations(RecordEntity.keys(agreements), roles);
    }

    @NonNull
    public List<@NonNull Actor> actor(@Source List<AgreementParticipation> participations) {
        return store.byKeys(Actor.class, participations.stream().map(AgreementParticipation::actorKey).toList());
    }

    public List<Actor> onBehalfOf(@Source List<AgreementParticipation> participations) {
        return store.byKeys(Actor.class, participations.stream().map(AgreementParticipation::onBehalfOfKey).toList());
    }

    public List<Office> office(@Source List<AgreementParticipation> participations) {
        return store.byKeys(Office.class, participations.stream().map(AgreementParticipation::officeKey).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull AgreementLink>> links(@Source List<Agreement> agreements) {
        return queries.links(RecordEntity.keys(agreements));
    }

    @NonNull
    @Description("The links of other agreements to this one, oldest agreement first. `agreement` is the one that has the link.")
    public List<@NonNull List<@NonNull AgreementLink>> linkedFrom(@Source List<Agreement> agreements) {
        return queries.linkedFrom(RecordEntity.keys(agreements));
    }

    @NonNull
    public List<@NonNull Agreement> agreement(@Source List<AgreementLink> links) {
        return store.byKeys(Agreement.class, links.stream().map(AgreementLink::agreementKey).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull ImplementationStep>> steps(@Source List<Provision> provisions) {
        return queries.steps(provisions.stream().map(provision -> provision.key).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<ImplementationStep> steps) {
        return attestations.ofSteps(steps.stream().map(step -> step.key).toList());
    }
}
