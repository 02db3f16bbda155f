package org.parley.seed.write;

import org.parley.seed.entry.PositionSeed;
import org.parley.seed.read.SeedKind;
import org.parley.statement.Position;

/** A position, whether or not a statement carries it. */
final class PositionWriter implements KindWriter<PositionSeed> {

    @Override
    public Position row(PositionSeed seed, Long key, Keys keys) {
        Position position = new Position();
        position.key = key;
        position.slug = seed.slug();
        position.actorKey = keys.of(SeedKind.ACTOR, seed.actor());
        position.issueKey = keys.of(SeedKind.ISSUE, seed.issue());
        position.statementKey = keys.of(SeedKind.STATEMENT, seed.statement());
        position.number = seed.number();
        position.stance = seed.stance();
        position.date = seed.date().date();
        position.summary = seed.summary();
        position.voice = seed.voice();
        return position;
    }
}
