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
import org.parley.actor.ActorQueries;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;
import org.parley.source.RecordEntity;
import org.parley.time.DateOrder;

/** GraphQL fields of tracks. */
@GraphQLApi
@ApplicationScoped
public class TrackApi {

    private final MeetingQueries queries;
    private final ActorQueries actors;
    private final Store store;

    TrackApi(MeetingQueries queries, ActorQueries actors, Store store) {
        this.queries = queries;
        this.actors = actors;
        this.store = store;
    }

    @Query
    @Description("""
            A mediation format by its slug; null if not found. Example: `track(slug: "moscow-track") { name leads { name } }`.""")
    public Track track(@NonNull String slug) {
        return store.bySlug(Track.class, slug);
    }

    @Query
    @NonNull
    @Description("""
            Mediation formats with their own series of meetings, by name. \
            Example: `tracks(first: 10) { nodes { name period { from { label } } } }`.""")
    public Connection<Track> tracks(Integer first, String after, Integer last, String before) {
        return queries.tracks(PageRequest.of(MeetingQueries.TRACKS_BY_NAME, first, after, last, before));
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> leads(@Source List<Track> tracks) {
        return actors.involved(RecordEntity.keys(tracks), "LEAD");
    }

    @NonNull
    @Description(ActorAndIssueMeetingsApi.MEETINGS)
    public List<@NonNull Connection<Meeting>> meetings(@Source List<Track> tracks, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.ofTracks(RecordEntity.keys(tracks), filter, orderBy, MeetingApi.request(first, after, last, before));
    }
}
