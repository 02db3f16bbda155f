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
import org.parley.actor.Office;
import org.parley.actor.ParticipationRole;
import org.parley.issue.Issue;
import org.parley.issue.IssueQueries;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;
import org.parley.place.Place;
import org.parley.source.RecordEntity;
import org.parley.time.DateOrder;
import org.parley.time.DayCount;

/** GraphQL fields of meetings and participations. */
@GraphQLApi
@ApplicationScoped
public class MeetingApi {

    private static final String TOGETHER = "Of the meetings in which all of these actors took part, given by slug. Left out: of its track.";

    private final MeetingQueries queries;
    private final PreviousMeetingQueries previous;
    private final IssueQueries issues;
    private final Store store;

    MeetingApi(MeetingQueries queries, PreviousMeetingQueries previous, IssueQueries issues, Store store) {
        this.queries = queries;
        this.previous = previous;
        this.issues = issues;
        this.store = store;
    }

    @Query
    @Description("""
            A meeting, call or visit by its slug; null if not found. \
            Example: `meeting(slug: "brussels-2023-07-15") { title hosts { name } mediators { name } }`.""")
    public Meeting meeting(@NonNull String slug) {
        return store.bySlug(Meeting.class, slug);
    }

    @Query
    @NonNull
    @Description("""
            Meetings, calls and visits, by date. \
            Example: `meetings(filter: {mediators: ["charles-michel"], statuses: [HELD]}) { nodes { title date { label } } }`.""")
    public Connection<Meeting> meetings(MeetingFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after, Integer last, String before) {
        return queries.page(filter, orderBy, request(first, after, last, before));
    }

    static PageRequest request(Integer first, String after, Integer last, String before) {
        return PageRequest.of(MeetingQueries.BY_DATE, first, after, last, before);
    }

    @Description("Where it takes place, if the sources say. A venue need not belong to the host.")
    public List<Place> place(@Source List<Meeting> meetings) {
        return queries.firstPlaces(RecordEntity.keys(meetings));
    }

    @NonNull
    public List<@NonNull List<@NonNull Place>> places(@Source List<Meeting> meetings) {
        return queries.places(RecordEntity.keys(meetings));
    }

    public List<Track> track(@Source List<Meeting> meetings) {
        return store.byKeys(Track.class, meetings.stream().map(meeting -> meeting.trackKey).toList());
    }

    public List<Meeting> partOf(@Source List<Meeting> meetings) {
        return store.byKeys(Meeting.class, meetings.stream().map(meeting -> meeting.partOfKey).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull Participation>> participations(@Source List<Meeting> meetings,
            @Description("Only these roles. Left out: all.") List<ParticipationRole> roles) {
        return queries.participations(RecordEntity.keys(meetings), roles);
    }

    @NonNull
    @Description("The actors that hosted the meeting. They need not have mediated it, nor own the venue.")
    public List<@NonNull List<@NonNull Actor>> hosts(@Source List<Meeting> meetings) {
        return queries.withRole(RecordEntity.keys(meetings), ParticipationRole.HOST);
    }

    @NonNull
    @Description("The actors that mediated, that is helped the parties reach agreement.")
    public List<@NonNull List<@NonNull Actor>> mediators(@Source List<Meeting> meetings) {
        return queries.withRole(RecordEntity.keys(meetings), ParticipationRole.MEDIATOR);
    }

    @NonNull
    @Description("The persons who took part in an office of rank `LEADER`.")
    public List<@NonNull List<@NonNull Actor>> leaders(@Source List<Meeting> meetings) {
        return queries.leaders(RecordEntity.keys(meetings));
    }

    @NonNull
    public List<@NonNull List<@NonNull Issue>> issues(@Source List<Meeting> meetings) {
        return issues.of(RecordEntity.keys(meetings));
    }

    @Description("""
            The last held meeting before this one, by date order; the two may overlap. Reads an index of the track for each meeting; with \
            `together`, all meetings of the first actor.""")
    public List<Meeting> previous(@Source List<Meeting> meetings, @Description(TOGETHER) List<String> together) {
        return previous.previous(RecordEntity.keys(meetings), together);
    }

    @Description("""
            Number of days since `previous`; null without one. The order of the two is certain only if `lowest` is more than 0. The cost is \
            that of `previous`, which shares its statement.""")
    public List<DayCount> daysSincePrevious(@Source List<Meeting> meetings, @Description(TOGETHER) List<String> together) {
        return previous.days(RecordEntity.keys(meetings), together);
    }

    @NonNull
    @Description("The meeting taken part in.")
    public List<@NonNull Meeting> meeting(@Source List<Participation> participations) {
        return store.byKeys(Meeting.class, participations.stream().map(participation -> participation.meetingKey).toList());
    }

    @NonNull
    public List<@NonNull Actor> actor(@Source List<Participation> participations) {
        return store.byKeys(Actor.class, participations.stream().map(participation -> participation.actorKey).toList());
    }

    public List<Actor> onBehalfOf(@Source List<Participation> participations) {
        return store.byKeys(Actor.class, participations.stream().map(participation -> participation.onBehalfOfKey).toList());
    }

    public List<Office> office(@Source List<Participation> participations) {
        return queries.offices(participations);
    }
}
