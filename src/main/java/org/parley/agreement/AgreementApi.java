package org.parley.agreement;

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
import org.parley.actor.Office;
import org.parley.issue.Issue;
import org.parley.meeting.Meeting;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.RecordEntity;
import org.parley.time.DateOrder;

/** GraphQL fields of agreements: parties, place, mediators, signatures, provisions and attestations. */
@GraphQLApi
@ApplicationScoped
public class AgreementApi {

    private final AgreementQueries queries;
    private final ActorQueries actors;
    private final AttestationQueries attestations;
    private final Store store;

    AgreementApi(AgreementQueries queries, ActorQueries actors, AttestationQueries attestations, Store store) {
        this.queries = queries;
        this.actors = actors;
        this.attestations = attestations;
        this.store = store;
    }

    @Query
    @Description("""
            An agreement by its slug; null if not found. \
            Example: `agreement(slug: "trilateral-statement-2020-11-09") { title provisions { summary } }`.""")
    public Agreement agreement(@NonNull String slug) {
        return store.bySlug(Agreement.class, slug);
    }

    @Query
    @NonNull
    @Description("""
            Agreements, drafts and proposals, by date. Example: `agreements(filter: {parties: ["armenia"]}) { nodes { title status } }`.""")
    public Connection<Agreement> agreements(AgreementFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after, Integer last, String before) {
        PageRequest request = PageRequest.of(AgreementQueries.BY_DATE, first, after, last, before);
        return queries.page(filter, orderBy, request);
    }

    public List<Meeting> meeting(@Source List<Agreement> agreements) {
        return store.byKeys(Meeting.class, agreements.stream().map(agreement -> agreement.meetingKey).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> parties(@Source List<Agreement> agreements) {
        return actors.involved(RecordEntity.keys(agreements), "PARTY");
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> mediators(@Source List<Agreement> agreements) {
        return actors.involved(RecordEntity.keys(agreements), "MEDIATOR");
    }

    @NonNull
    @Description("The agreements made at the meeting, oldest first.")
    public List<@NonNull List<@NonNull Agreement>> agreements(@Source List<Meeting> meetings) {
        return queries.ofMeetings(RecordEntity.keys(meetings));
    }

    @NonNull
    @Description("The agreements this actor signed, or someone signed on its behalf, oldest first.")
    public List<@NonNull Connection<Agreement>> signed(@Source List<Actor> actors, Integer first, String after, Integer last,
            String before) {
        PageRequest request = PageRequest.of(AgreementQueries.BY_DATE, first, after, last, before);
        return queries.signedBy(RecordEntity.keys(actors), request);
    }

    @NonNull
    public List<@NonNull List<@NonNull Provision>> provisions(@Source List<Agreement> agreements) {
        return queries.provisions(RecordEntity.keys(agreements));
    }

    public List<Issue> issue(@Source List<Provision> provisions) {
        return store.byKeys(Issue.class, provisions.stream().map(provision -> provision.issueKey).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Provision> provisions) {
        return attestations.ofProvisions(provisions.stream().map(provision -> provision.key).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull Signature>> signatories(@Source List<Agreement> agreements) {
        return queries.signatures(RecordEntity.keys(agreements));
    }

    @NonNull
    public List<@NonNull Actor> actor(@Source List<Signature> signatures) {
        return store.byKeys(Actor.class, signatures.stream().map(signature -> signature.actorKey).toList());
    }

    public List<Actor> onBehalfOf(@Source List<Signature> signatures) {
        return store.byKeys(Actor.class, signatures.stream().map(signature -> signature.onBehalfOfKey).toList());
    }

    public List<Office> office(@Source List<Signature> signatures) {
        return queries.offices(signatures);
    }
}
