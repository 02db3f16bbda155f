package org.parley.seed.write;

import org.parley.event.Event;
import org.parley.seed.entry.EventSeed;
import org.parley.seed.read.SeedKind;

/** An event, and who had a part in it. */
final class EventWriter implements KindWriter<EventSeed> {

    @Override
    public Event row(EventSeed seed, Long key, Keys keys) {
        Event event = new Event();
        event.key = key;
        event.slug = seed.slug();
        event.title = seed.title();
        event.kind = seed.kind();
        event.date = seed.date().date();
        event.placeKey = keys.of(SeedKind.PLACE, seed.place());
        event.summary = seed.summary();
        event.alleged = seed.alleged();
        return event;
    }

    @Override
    public void links(EventSeed seed, Long key, Keys keys, Links links) {
        links.actors(key, "INVOLVED", seed.actors());
        links.issues(key, seed.issues());
    }
}
