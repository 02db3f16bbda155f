package org.parley.seed.write;

import org.parley.actor.ParticipationRole;
import org.parley.meeting.Meeting;
import org.parley.seed.entry.MeetingSeed;
import org.parley.seed.read.SeedKind;

/** A meeting, and each actor's part in it: one row a role. */
final class MeetingWriter implements KindWriter<MeetingSeed> {

    @Override
    public Meeting row(MeetingSeed seed, Long key, Keys keys) {
        Meeting meeting = new Meeting();
        meeting.key = key;
        meeting.slug = seed.slug();
        meeting.title = seed.title();
        meeting.kind = seed.kind();
        meeting.level = seed.level();
        meeting.medium = seed.medium();
        meeting.setting = seed.setting();
        meeting.status = seed.status();
        meeting.date = seed.date().date();
        meeting.placeKey = keys.of(SeedKind.PLACE, seed.place());
        meeting.placeInferred = seed.placeInferred();
        meeting.trackKey = keys.of(SeedKind.TRACK, seed.track());
        meeting.partOfKey = keys.of(SeedKind.MEETING, seed.partOf());
        meeting.ordinal = seed.ordinal();
        meeting.summary = seed.summary();
        meeting.outcomes = seed.outcomes();
        return meeting;
    }

    @Override
    public void links(MeetingSeed seed, Long key, Keys keys, Links links) {
        links.issues(key, seed.issues());
        int position = 1;
        for (MeetingSeed.Participation one : seed.participations()) {
            Long actor = keys.of(SeedKind.ACTOR, one.actor());
            for (ParticipationRole role : one.roles()) {
                links.participations.add(key, actor, keys.of(SeedKind.ACTOR, one.onBehalfOf()), keys.office(actor, one.office()), role,
                        one.inferred(), position++);
            }
        }
    }
}
