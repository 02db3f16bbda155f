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
import org.parley.paging.PageRequest;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.Recorded;
import org.parley.store.Store;
import org.parley.time.DateOrder;

/** Tracks and the meetings held on them. */
@GraphQLApi
@ApplicationScoped
public class TrackApi {

    private final MeetingQueries queries;
    private final ActorQueries actors;
    private final AttestationQueries attestations;
    private final Store store;

    TrackApi(MeetingQueries queries, ActorQueries actors, AttestationQueries attestations, Store store) {
        this.queries = queries;
        this.actors = actors;
        this.attestations = attestations;
        this.store = store;
    }

    @Query
    @Description("A track by its slug, e.g. \"moscow-track\"; null where there is none.")
    public Track track(@NonNull String slug) {
        return store.bySlug(Track.class, slug);
    }

    @Query
    @NonNull
    @Description("Mediation formats with a series of meetings of their own, by name.")
    public TrackConnection tracks(Integer first, String after, Integer last, String before) {
        return new TrackConnection(queries.tracks(PageRequest.of(MeetingQueries.TRACKS_BY_NAME, first, after, last, before)));
    }

    @NonNull
    @Description("Who leads it.")
    public List<@NonNull List<@NonNull Actor>> leads(@Source List<Track> tracks) {
        return actors.involved(Recorded.keys(tracks), "LEAD");
    }

    @NonNull
    @Description("Its meetings.")
    public List<@NonNull MeetingConnection> meetings(@Source List<Track> tracks, MeetingFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.ofTracks(Recorded.keys(tracks), filter, orderBy, MeetingApi.request(first, after, last, before)).stream()
                .map(MeetingConnection::new).toList();
    }

    @NonNull
    @Description("Which sources vouch for it, and where.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Track> tracks) {
        return attestations.of(tracks);
    }
}
