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
import org.parley.issue.Issue;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.Recorded;
import org.parley.store.Store;

/** What an agreement provides, and who signed it. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class ProvisionApi {

    private final AgreementQueries queries;
    private final AttestationQueries attestations;
    private final Store store;

    ProvisionApi(AgreementQueries queries, AttestationQueries attestations, Store store) {
        this.queries = queries;
        this.attestations = attestations;
        this.store = store;
    }

    @NonNull
    @Description("What it provides, in the order of their numbers.")
    public List<@NonNull List<@NonNull Provision>> provisions(@Source List<Agreement> agreements) {
        return queries.provisions(Recorded.keys(agreements));
    }

    @Description("What it is on.")
    public List<Issue> issue(@Source List<Provision> provisions) {
        return store.byKeys(Issue.class, provisions.stream().map(provision -> provision.issueKey).toList());
    }

    @NonNull
    @Description("Which sources vouch for it, and where.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Provision> provisions) {
        return attestations.ofProvisions(provisions.stream().map(provision -> provision.key).toList());
    }

    @NonNull
    @Description("Who signed it.")
    public List<@NonNull List<@NonNull Signature>> signatories(@Source List<Agreement> agreements) {
        return queries.signatures(Recorded.keys(agreements));
    }

    @NonNull
    @Description("Who signed.")
    public List<@NonNull Actor> actor(@Source List<Signature> signatures) {
        return store.byKeys(Actor.class, signatures.stream().map(signature -> signature.actorKey).toList());
    }

    @Description("The state or body for which it was signed.")
    public List<Actor> onBehalfOf(@Source List<Signature> signatures) {
        return store.byKeys(Actor.class, signatures.stream().map(signature -> signature.onBehalfOfKey).toList());
    }

    @Description("The office held then, where the sources give one.")
    public List<Office> office(@Source List<Signature> signatures) {
        return store.byKeys(Office.class, signatures.stream().map(signature -> signature.officeKey).toList());
    }
}
