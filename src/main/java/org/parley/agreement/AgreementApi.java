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
import org.parley.meeting.Meeting;
import org.parley.paging.PageRequest;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.Discrepancy;
import org.parley.source.DiscrepancyQueries;
import org.parley.source.Recorded;
import org.parley.store.Store;
import org.parley.time.DateOrder;

/** Agreements: between whom, made where, through whom, and which sources vouch for them. */
@GraphQLApi
@ApplicationScoped
public class AgreementApi {

    private final AgreementQueries queries;
    private final ActorQueries actors;
    private final AttestationQueries attestations;
    private final DiscrepancyQueries discrepancies;
    private final Store store;

    AgreementApi(AgreementQueries queries, ActorQueries actors, AttestationQueries attestations, DiscrepancyQueries discrepancies,
            Store store) {
        this.queries = queries;
        this.actors = actors;
        this.attestations = attestations;
        this.discrepancies = discrepancies;
        this.store = store;
    }

    @Query
    @Description("An agreement by its slug; null where there is none.")
    public Agreement agreement(@NonNull String slug) {
        return store.bySlug(Agreement.class, slug);
    }

    @Query
    @NonNull
    @Description("What was agreed, by date: parties, signatories, provisions, and the meeting at which.")
    public AgreementConnection agreements(AgreementFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after, Integer last, String before) {
        PageRequest request = PageRequest.of(AgreementQueries.BY_DATE, first, after, last, before);
        return new AgreementConnection(queries.page(filter, orderBy, request));
    }

    @Description("Made at this meeting.")
    public List<Meeting> meeting(@Source List<Agreement> agreements) {
        return store.byKeys(Meeting.class, agreements.stream().map(agreement -> agreement.meetingKey).toList());
    }

    @NonNull
    @Description("Between whom.")
    public List<@NonNull List<@NonNull Actor>> parties(@Source List<Agreement> agreements) {
        return actors.involved(Recorded.keys(agreements), "PARTY");
    }

    @NonNull
    @Description("Through whose mediation.")
    public List<@NonNull List<@NonNull Actor>> mediators(@Source List<Agreement> agreements) {
        return actors.involved(Recorded.keys(agreements), "MEDIATOR");
    }

    @NonNull
    @Description("Which sources vouch for it, and where; what they say of one provision stands there.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Agreement> agreements) {
        return attestations.of(agreements);
    }

    @NonNull
    @Description("On which of its fields the sources disagree.")
    public List<@NonNull List<@NonNull Discrepancy>> discrepancies(@Source List<Agreement> records) {
        return discrepancies.of(records);
    }

    @NonNull
    @Description("What was agreed at it.")
    public List<@NonNull List<@NonNull Agreement>> agreements(@Source List<Meeting> meetings) {
        return queries.ofMeetings(Recorded.keys(meetings));
    }

    @NonNull
    @Description("What it signed, or someone on its behalf; oldest first.")
    public List<@NonNull AgreementConnection> signed(@Source List<Actor> actors, Integer first, String after) {
        PageRequest request = PageRequest.of(AgreementQueries.BY_DATE, first, after, null, null);
        return queries.signedBy(Recorded.keys(actors), request).stream().map(AgreementConnection::new).toList();
    }
}
