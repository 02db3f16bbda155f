package org.parley.seed.write;

import org.parley.actor.Actor;
import org.parley.seed.entry.ActorSeed;
import org.parley.seed.read.SeedKind;

/** An actor; its offices are written apart, because others refer to them. */
final class ActorWriter implements KindWriter<ActorSeed> {

    @Override
    public Actor row(ActorSeed seed, Long key, Keys keys) {
        Actor actor = new Actor();
        actor.key = key;
        actor.slug = seed.slug();
        actor.name = seed.name();
        actor.kind = seed.kind();
        actor.description = seed.description();
        actor.aliases = seed.aliases();
        actor.countryCode = seed.countryCode();
        actor.partOfKey = keys.of(SeedKind.ACTOR, seed.partOf());
        return actor;
    }
}
