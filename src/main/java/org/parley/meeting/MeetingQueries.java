package org.parley.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.actor.Actor;
import org.parley.actor.Office;
import org.parley.actor.ParticipationRole;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;
import org.parley.place.Place;
import org.parley.source.Dated;
import org.parley.time.DateOrder;

/** SQL queries for meetings, their participations and tracks. */
@ApplicationScoped
public class MeetingQueries {

    /** The order of every list of meetings: a cursor of one list is valid in all others. */
    static final String BY_DATE = "meetings by date";

    private static final String HAS_HOST = hasRole("HOST") + " = :hasHost";
    private static final String HAS_MEDIATOR = hasRole("MEDIATOR") + " = :hasMediator";
    private static final String HAS_PLACE = "exists (select from meeting_place p where p.meeting_id = e.id) = :hasPlace";
    private static final String INFERRED = """
            (e.date_inferred or e.place_inferred or exists (select from participation p where p.meeting_id = e.id and p.inferred))
                = :inferred""";
    /** An index finds the meetings of the first actor. */
    static final String TOGETHER = Conditions.countsForFirst("MEETING", "ANY", "together") + " and " + Presence.TOGETHER;

    static final String TRACKS_BY_NAME = "tracks by name";
    private static final ListQuery<Track> TRACKS = new ListQuery<>(Track.class, TRACKS_BY_NAME, "track e", ListQuery.Key.plain("e.name"),
            track -> new Cursor(TRACKS_BY_NAME, track.name, track.slug), false);

    private final Store store;

    MeetingQueries(Store store) {
        this.store = store;
    }

    Connection<Meeting> page(MeetingFilter filter, DateOrder order, PageRequest request) {
        return store.page(Dated.listing(Meeting.class, BY_DATE, "meeting", order), where(filter), request);
    }

    List<Connection<Meeting>> ofActors(List<Long> actors, String role, MeetingFilter filter, DateOrder order, PageRequest request) {
        ListQuery<Meeting> listing = Dated.ofActor(Meeting.class, BY_DATE, "meeting", role, order);
        return store.pages(listing, where(filter), request, actors);
    }

    List<Connection<Meeting>> ofTracks(List<Long> tracks, MeetingFilter filter, DateOrder order, PageRequest request) {
        ListQuery<Meeting> listing = Dated.listing(Meeting.class, BY_DATE, "meeting", "track_id", order);
        return store.pages(listing, where(filter), request, tracks);
    }

    List<Connection<Meeting>> onIssues(List<Long> issues, MeetingFilter filter, DateOrder order, PageRequest request) {
        ListQuery<Meeting> listing = Dated.onIssue(Meeting.class, BY_DATE, "meeting", order);
        return store.pages(listing, where(filter), request, issues);
    }

    List<Connection<Meeting>> atPlaces(List<Long> places, MeetingFilter filter, DateOrder order, PageRequest request) {
        ListQuery<Meeting> listing = Dated.atPlace(Meeting.class, BY_DATE, "meeting", order);
        return store.pages(listing, where(filter), request, places);
    }

    public static WhereClause where(MeetingFilter filter) {
        return WhereClause.of(filter, MeetingQueries::conditions);
    }

    private static WhereClause conditions(MeetingFilter filter) {
        return new WhereClause().during("e", filter.between()).anyOf(Conditions.countsFor("HOST", "hosts"), "hosts", filter.hosts())
                .anyOf(Conditions.countsFor("MEDIATOR", "mediators"), "mediators", filter.mediators())
                .anyOf(Conditions.countsFor("ANY", "participants"), "participants", filter.participants())
                .anyOf(TOGETHER, "together", filter.together())
                .anyOf("e.track_id in (select t.id from track t where t.slug = any(:tracks))", "tracks", filter.tracks())
                .anyOf("e.kind = any(:kinds)", "kinds", filter.kinds()).anyOf("e.level = any(:levels)", "levels", filter.levels())
                .anyOf("e.medium = any(:media)", "media", filter.media()).anyOf("e.status = any(:statuses)", "statuses", filter.statuses())
                .anyOf(Conditions.PLACES, "places", filter.places()).anyOf(Conditions.COUNTRIES, "countries", filter.countries())
                .anyOf(Conditions.ISSUES, "issues", filter.issues()).anyOf(Conditions.SOURCES, "sources", filter.sources())
                .anyOf("e.publicity = any(:publicities)", "publicities", filter.publicities()).and(HAS_HOST, "hasHost", filter.hasHost())
                .and(HAS_MEDIATOR, "hasMediator", filter.hasMediator()).and(HAS_PLACE, "hasPlace", filter.hasPlace())
                .and(INFERRED, "inferred", filter.inferred()).text(Conditions.TEXT, "text", filter.text());
    }

    private static String hasRole(String role) {
        return "exists (select from participation p where p.meeting_id = e.id and p.role = '" + role + "')";
    }

    /** Returns the meetings whose keys are the fourth and fifth value of each row, by key. Only their dates are read. */
    static Map<Long, Meeting> ends(Store store, List<Object[]> rows) {
        List<Long> keys = rows.stream().flatMap(row -> Stream.of((Long) row[3], (Long) row[4])).distinct().toList();
        return store.byKeys(Meeting.class, keys, Set.of("date")).stream()
                .collect(Collectors.toMap(meeting -> meeting.key, meeting -> meeting));
    }

    List<List<Participation>> participations(List<Long> meetings, List<ParticipationRole> roles) {
        WhereClause where = new WhereClause().anyOf("e.role = any(:roles)", "roles", roles);
        return store.linked(Participation.class,
                "select e.meeting_id as parent, {e.*} from participation e where e.meeting_id = any(:parents) and " + where.sql()
                        + " order by e.meeting_id, e.position",
                where, meetings);
    }

    List<List<Actor>> withRole(List<Long> meetings, ParticipationRole role) {
        return store.linked(Actor.class, """
                select p.meeting_id as parent, {e.*} from participation p join actor e on e.id = p.actor_id
                where p.meeting_id = any(:parents) and p.role = :role order by p.position""", new WhereClause().with("role", role.name()),
                meetings);
    }

    List<List<Place>> places(List<Long> meetings) {
        return places(meetings, new WhereClause());
    }

    /** The first place of each meeting, or null. */
    List<Place> firstPlaces(List<Long> meetings) {
        return places(meetings, new WhereClause().and("m.position = 1")).stream().map(places -> places.isEmpty() ? null : places.get(0))
                .toList();
    }

    private List<List<Place>> places(List<Long> meetings, WhereClause where) {
        return store.linked(Place.class, "select m.meeting_id as parent, {e.*} from meeting_place m join place e on e.id = m.place_id"
                + " where m.meeting_id = any(:parents) and " + where.sql() + " order by m.position", where, meetings);
    }

    /** Persons who took part in the office of a leader. Convening a meeting or being invited to it does not count. */
    List<List<Actor>> leaders(List<Long> meetings) {
        return store.linked(Actor.class, String.format(Locale.ROOT, """
                select l.meeting_id as parent, {e.*} from (
                    select p.meeting_id, p.actor_id, min(p.position) as position from participation p
                    join meeting m on m.id = p.meeting_id
                    join office o on o.id = office_at(p.office_id, m.date_earliest, m.date_latest)
                    where p.meeting_id = any(:parents) and o.rank = 'LEADER' and p.role not in %s
                    group by p.meeting_id, p.actor_id) l
                join actor e on e.id = l.actor_id order by l.position""", Presence.ABSENT), new WhereClause(), meetings);
    }

    /** The terms of the offices in which actors took part; null for no office. */
    List<Office> offices(List<Participation> participations) {
        return store
                .linked(Office.class, """
                        select p.id as parent, {e.*} from participation p join meeting m on m.id = p.meeting_id
                        join office e on e.id = office_at(p.office_id, m.date_earliest, m.date_latest) where p.id = any(:parents)""",
                        new WhereClause(), participations.stream().map(participation -> participation.key).toList())
                .stream().map(terms -> terms.isEmpty() ? null : terms.get(0)).toList();
    }

    Connection<Track> tracks(PageRequest request) {
        return store.page(TRACKS, new WhereClause(), request);
    }
}
