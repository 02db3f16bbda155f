package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.parley.agreement.AgreementKind;
import org.parley.agreement.AgreementStatus;

/** What was agreed, drafted or proposed for agreement. */
@RegisterForReflection
public record AgreementSeed(
        String slug,
        String title,
        AgreementKind kind,
        AgreementStatus status,
        DateSeed date,
        String summary,
        String meeting,
        List<String> parties,
        List<String> mediators,
        List<Signature> signatories,
        List<Provision> provisions,
        String happening,
        List<AttestationSeed> attestations,
        List<ResolutionSeed> resolutions) implements Seed {

    /** A name put to it. */
    @RegisterForReflection
    public record Signature(String actor, String onBehalfOf, String office, boolean inferred) {

        Signature of(Offices offices) {
            return new Signature(actor, offices.onBehalfOf(actor, office, onBehalfOf), office, inferred);
        }
    }

    /** One thing that it lays down. */
    @RegisterForReflection
    public record Provision(int number, String summary, String issue, List<AttestationSeed> attestations) {}

    /** The same, each signature with the state or body that its office is of. */
    AgreementSeed complete(Offices offices) {
        return new AgreementSeed(slug, title, kind, status, date, summary, meeting, parties, mediators,
                signatories.stream().map(one -> one.of(offices)).toList(), provisions, happening, attestations, resolutions);
    }

    /** The issues of its provisions, each once. */
    public List<String> issues() {
        return provisions.stream().map(Provision::issue).filter(Objects::nonNull).distinct().toList();
    }
}
