package org.parley.seed.write;

import org.parley.meeting.Track;
import org.parley.seed.entry.TrackSeed;

/** A track, and who leads it. */
final class TrackWriter implements KindWriter<TrackSeed> {

    @Override
    public Track row(TrackSeed seed, Long key, Keys keys) {
        Track track = new Track();
        track.key = key;
        track.slug = seed.slug();
        track.name = seed.name();
        track.description = seed.description();
        track.period = seed.period() == null ? null : seed.period().period();
        return track;
    }

    @Override
    public void links(TrackSeed seed, Long key, Keys keys, Links links) {
        links.actors(key, "LEAD", seed.leads());
    }
}
