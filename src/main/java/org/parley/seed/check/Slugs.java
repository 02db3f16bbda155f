package org.parley.seed.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.seed.entry.PositionSeed;
import org.parley.seed.read.Entry;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.read.Spot;

/** Which slugs a data set has. */
final class Slugs {

    private final Map<SeedKind, Map<String, Entry>> byKind = new EnumMap<>(SeedKind.class);

    Slugs(SeedFolder folder) {
        for (SeedKind kind : SeedKind.values()) {
            Map<String, Entry> entries = byKind.computeIfAbsent(kind, key -> new HashMap<>());
            named(folder, kind).forEach(named -> entries.putIfAbsent(named.slug, named.spot.entry()));
        }
    }

    Set<String> of(SeedKind kind) {
        return byKind.get(kind).keySet();
    }

    /** The entry of that slug, or null. */
    Entry entry(SeedKind kind, String slug) {
        return byKind.get(kind).get(slug);
    }

    /** A slug, and where it is given to a record. */
    record Named(String slug, Spot spot) {}

    /** The slugs of records of that kind; the points of statements are positions too. */
    static List<Named> named(SeedFolder folder, SeedKind kind) {
        List<Named> named = new ArrayList<>();
        folder.allEntries(kind).flatMap(entry -> entry.at("slug").stream()).filter(spot -> spot.node().isTextual())
                .forEach(spot -> named.add(new Named(spot.node().textValue(), spot)));
        if (kind == SeedKind.POSITION) {
            folder.allEntries(SeedKind.STATEMENT).filter(statement -> statement.slug() != null).forEach(statement -> {
                int number = 1;
                for (Spot point : statement.at("points/*")) {
                    named.add(new Named(PositionSeed.slugOfPoint(statement.slug(), number++), point));
                }
            });
        }
        return named;
    }
}
