package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.actor.Actor;
import org.parley.actor.ParticipationRole;
import org.parley.paging.Cursor;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.source.Dated;
import org.parley.store.Conditions;
import org.parley.store.Listing;
import org.parley.store.Store;
import org.parley.store.Where;
import org.parley.time.DateOrder;

/** Every query of the room on meetings and who took part in them. */
@ApplicationScoped
public class MeetingQueries {

    /** The one order in which meetings are listed, wherever: a cursor of one list of meetings serves in every other. */
    static final String BY_DATE = "meetings by date";

    private static final String TEXT = "plain(e.title || E'\\n' || coalesce(e.summary, ''), e.outcomes) like part(:text)";

    static final String TRACKS_BY_NAME = "tracks by name";
    private static final Listing<Track> TRACKS = new Listing<>(Track.class, TRACKS_BY_NAME, "track e", null, "plain(e.name)", "e.slug",
            "plain(%s)", track -> new Cursor(TRACKS_BY_NAME, track.name, track.slug), false);

    private final Store store;

    MeetingQueries(Store store) {
        this.store = store;
    }

    Page<MeetingEdge> page(MeetingFilter filter, DateOrder order, PageRequest request) {
        return store.page(Dated.listing(Meeting.class, BY_DATE, "meeting", order), where(filter), request, MeetingEdge::new);
    }

    List<Page<MeetingEdge>> ofActors(List<Long> actors, String role, MeetingFilter filter, DateOrder order, PageRequest request) {
        Listing<Meeting> listing = Dated.ofActor(Meeting.class, BY_DATE, "meeting", role, order);
        return store.pages(listing, where(filter), request, actors, MeetingEdge::new);
    }

    List<Page<MeetingEdge>> ofTracks(List<Long> tracks, MeetingFilter filter, DateOrder order, PageRequest request) {
        Listing<Meeting> listing = Dated.listing(Meeting.class, BY_DATE, "meeting", "track_id", order);
        return store.pages(listing, where(filter), request, tracks, MeetingEdge::new);
    }

    List<Page<MeetingEdge>> onIssues(List<Long> issues, MeetingFilter filter, DateOrder order, PageRequest request) {
        Listing<Meeting> listing = Dated.onIssue(Meeting.class, BY_DATE, "meeting", order);
        return store.pages(listing, where(filter), request, issues, MeetingEdge::new);
    }

    static Where where(MeetingFilter given) {
        MeetingFilter filter = given == null ? MeetingFilter.ALL : given;
        return new Where().during("e", filter.between()).anyOf(Conditions.countsFor("HOST", "hosts"), "hosts", filter.hosts())
                .anyOf(Conditions.countsFor("MEDIATOR", "mediators"), "mediators", filter.mediators())
                .anyOf(Conditions.countsFor("ANY", "participants"), "participants", filter.participants())
                .anyOf(Conditions.countsForAll("ANY", "together"), "together", filter.together())
                .anyOf("e.track_id in (select t.id from track t where t.slug = any(:tracks))", "tracks", filter.tracks())
                .anyOf("e.kind = any(:kinds)", "kinds", filter.kinds()).anyOf("e.level = any(:levels)", "levels", filter.levels())
                .anyOf("e.medium = any(:media)", "media", filter.media()).anyOf("e.status = any(:statuses)", "statuses", filter.statuses())
                .anyOf(Conditions.PLACES, "places", filter.places()).anyOf(Conditions.ISSUES, "issues", filter.issues())
                .anyOf(Conditions.SOURCES, "sources", filter.sources()).text(TEXT, "text", filter.text());
    }

    /** The first and the last meeting of each row, whose keys are its fourth and fifth value, by their keys. */
    static Map<Long, Meeting> ends(Store store, List<Object[]> rows) {
        List<Long> keys = rows.stream().flatMap(row -> Stream.of((Long) row[3], (Long) row[4])).distinct().toList();
        return store.byKeys(Meeting.class, keys).stream().collect(Collectors.toMap(meeting -> meeting.key, meeting -> meeting));
    }

    List<List<Participation>> participations(List<Long> meetings, List<ParticipationRole> roles) {
        Where where = new Where().anyOf("e.role = any(:roles)", "roles", roles);
        return store.linked(Participation.class,
                "select e.meeting_id as parent, {e.*} from participation e where e.meeting_id = any(:parents) and " + where.sql()
                        + " order by e.meeting_id, e.position",
                where, meetings);
    }

    List<List<Actor>> withRole(List<Long> meetings, ParticipationRole role) {
        return store.linked(Actor.class, """
                select p.meeting_id as parent, {e.*} from participation p join actor e on e.id = p.actor_id
                where p.meeting_id = any(:parents) and p.role = :role order by p.position""", new Where().with("role", role.name()),
                meetings);
    }

    /** Holders of a leader's office who took part; to have called a meeting or to be invited to it is no part in it. */
    List<List<Actor>> leaders(List<Long> meetings) {
        return store.linked(Actor.class, """
                select l.meeting_id as parent, {e.*} from (
                    select p.meeting_id, p.actor_id, min(p.position) as position from participation p join office o on o.id = p.office_id
                    where p.meeting_id = any(:parents) and o.rank = 'LEADER' and p.role not in ('INVITED', 'CONVENER')
                    group by p.meeting_id, p.actor_id) l
                join actor e on e.id = l.actor_id order by l.position""", new Where(), meetings);
    }

    Page<TrackEdge> tracks(PageRequest request) {
        return store.page(TRACKS, new Where(), request, TrackEdge::new);
    }
}
