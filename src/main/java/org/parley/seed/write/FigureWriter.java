package org.parley.seed.write;

import org.parley.figure.Figure;
import org.parley.seed.entry.FigureSeed;
import org.parley.seed.read.SeedKind;

/** A figure, whose it is and who reported it. */
final class FigureWriter implements KindWriter<FigureSeed> {

    @Override
    public Figure row(FigureSeed seed, Long key, Keys keys) {
        Figure figure = new Figure();
        figure.key = key;
        figure.slug = seed.slug();
        figure.measure = seed.measure();
        figure.printed = seed.printed();
        figure.value = seed.value();
        figure.unit = seed.unit();
        figure.byKey = keys.of(SeedKind.ACTOR, seed.by());
        figure.period = seed.period() == null ? null : seed.period().period();
        return figure;
    }

    @Override
    public void links(FigureSeed seed, Long key, Keys keys, Links links) {
        links.actors(key, "OF", seed.of());
        links.actors(key, "REPORTED_BY", seed.reportedBy());
    }
}
