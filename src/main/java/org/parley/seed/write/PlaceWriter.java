package org.parley.seed.write;

import org.parley.place.Place;
import org.parley.seed.entry.PlaceSeed;
import org.parley.seed.read.SeedKind;

/** A place. */
final class PlaceWriter implements KindWriter<PlaceSeed> {

    @Override
    public Place row(PlaceSeed seed, Long key, Keys keys) {
        Place place = new Place();
        place.key = key;
        place.slug = seed.slug();
        place.name = seed.name();
        place.aliases = seed.aliases();
        place.countryKey = keys.of(SeedKind.ACTOR, seed.country());
        return place;
    }
}
