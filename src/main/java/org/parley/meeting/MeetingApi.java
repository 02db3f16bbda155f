package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.ParticipationRole;
import org.parley.issue.Issue;
import org.parley.issue.IssueQueries;
import org.parley.paging.PageRequest;
import org.parley.place.Place;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.Discrepancy;
import org.parley.source.DiscrepancyQueries;
import org.parley.source.Recorded;
import org.parley.store.Store;
import org.parley.time.DateOrder;

/** Meetings: where, on which track, on what, who took part, and which sources vouch for them. */
@GraphQLApi
@ApplicationScoped
public class MeetingApi {

    private final MeetingQueries queries;
    private final IssueQueries issues;
    private final AttestationQueries attestations;
    private final DiscrepancyQueries discrepancies;
    private final Store store;

    MeetingApi(MeetingQueries queries, IssueQueries issues, AttestationQueries attestations, DiscrepancyQueries discrepancies,
            Store store) {
        this.queries = queries;
        this.issues = issues;
        this.attestations = attestations;
        this.discrepancies = discrepancies;
        this.store = store;
    }

    @Query
    @Description("A meeting or call by its slug, e.g. \"brussels-2023-07-15\"; null where there is none.")
    public Meeting meeting(@NonNull String slug) {
        return store.bySlug(Meeting.class, slug);
    }

    @Query
    @NonNull
    @Description("Meetings and calls by date: who took part, who hosted, who mediated, where.")
    public MeetingConnection meetings(MeetingFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after, Integer last, String before) {
        return new MeetingConnection(queries.page(filter, orderBy, request(first, after, last, before)));
    }

    static PageRequest request(Integer first, String after, Integer last, String before) {
        return PageRequest.of(MeetingQueries.BY_DATE, first, after, last, before);
    }

    @Description("Where it was held, or is to be; null where the sources do not say.")
    public List<Place> place(@Source List<Meeting> meetings) {
        return store.byKeys(Place.class, meetings.stream().map(meeting -> meeting.placeKey).toList());
    }

    @Description("The track it belongs to; null where it belongs to none.")
    public List<Track> track(@Source List<Meeting> meetings) {
        return store.byKeys(Track.class, meetings.stream().map(meeting -> meeting.trackKey).toList());
    }

    @Description("The larger gathering in whose margins it took place.")
    public List<Meeting> partOf(@Source List<Meeting> meetings) {
        return store.byKeys(Meeting.class, meetings.stream().map(meeting -> meeting.partOfKey).toList());
    }

    @NonNull
    @Description("Who had which part in it, each part apart: one who hosts and mediates has two.")
    public List<@NonNull List<@NonNull Participation>> participations(@Source List<Meeting> meetings,
            @Description("Only these roles.") List<ParticipationRole> roles) {
        return queries.participations(Recorded.keys(meetings), roles);
    }

    @NonNull
    @Description("Who hosted it. Host, mediator and place are three things.")
    public List<@NonNull List<@NonNull Actor>> hosts(@Source List<Meeting> meetings) {
        return queries.withRole(Recorded.keys(meetings), ParticipationRole.HOST);
    }

    @NonNull
    @Description("Who mediated it.")
    public List<@NonNull List<@NonNull Actor>> mediators(@Source List<Meeting> meetings) {
        return queries.withRole(Recorded.keys(meetings), ParticipationRole.MEDIATOR);
    }

    @NonNull
    @Description("Persons who took part as heads of state, of government or of the mediating body.")
    public List<@NonNull List<@NonNull Actor>> leaders(@Source List<Meeting> meetings) {
        return queries.leaders(Recorded.keys(meetings));
    }

    @NonNull
    @Description("What it was about.")
    public List<@NonNull List<@NonNull Issue>> issues(@Source List<Meeting> meetings) {
        return issues.of(Recorded.keys(meetings));
    }

    @NonNull
    @Description("Which sources vouch for it, and where.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Meeting> meetings) {
        return attestations.of(meetings);
    }

    @NonNull
    @Description("On which of its fields the sources disagree.")
    public List<@NonNull List<@NonNull Discrepancy>> discrepancies(@Source List<Meeting> records) {
        return discrepancies.of(records);
    }
}
