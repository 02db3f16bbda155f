package org.parley.seed.check;

import static java.util.Map.entry;
import static org.parley.seed.read.SeedKind.ACTOR;
import static org.parley.seed.read.SeedKind.AGREEMENT;
import static org.parley.seed.read.SeedKind.EVENT;
import static org.parley.seed.read.SeedKind.FIGURE;
import static org.parley.seed.read.SeedKind.ISSUE;
import static org.parley.seed.read.SeedKind.MEETING;
import static org.parley.seed.read.SeedKind.PLACE;
import static org.parley.seed.read.SeedKind.POSITION;
import static org.parley.seed.read.SeedKind.SOURCE;
import static org.parley.seed.read.SeedKind.STATEMENT;
import static org.parley.seed.read.SeedKind.TRACK;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.seed.check.Checks.Check;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.read.Spot;

/** A slug that no record of the kind wanted has. */
public final class ReferenceCheck implements Check {

    private static final Map<String, SeedKind> ALL = Map.of("attestations/*/source", SOURCE);

    /** Where the entries of each kind name records of which kind. */
    private static final Map<SeedKind, Map<String, SeedKind>> REFERENCES = Map.ofEntries(
            entry(ACTOR, Map.of("partOf", ACTOR, "offices/*/of", ACTOR)), entry(PLACE, Map.of("country", ACTOR)),
            entry(ISSUE, Map.of("broader", ISSUE)), entry(TRACK, Map.of("leads/*", ACTOR)),
            entry(SOURCE, Map.of("authors/*", ACTOR, "publisher", ACTOR)),
            entry(MEETING,
                    Map.of("place", PLACE, "track", TRACK, "partOf", MEETING, "issues/*", ISSUE, "participations/*/actor", ACTOR,
                            "participations/*/onBehalfOf", ACTOR)),
            entry(STATEMENT, Map.ofEntries(entry("speakers/*", ACTOR), entry("onBehalfOf/*", ACTOR), entry("addressees/*", ACTOR),
                    entry("meeting", MEETING), entry("issues/*", ISSUE), entry("inReplyTo/*", STATEMENT), entry("points/*/issue", ISSUE),
                    entry("points/*/actor", ACTOR), entry("points/*/attestations/*/source", SOURCE), entry("references/*/meeting", MEETING),
                    entry("references/*/statement", STATEMENT), entry("references/*/agreement", AGREEMENT),
                    entry("references/*/event", EVENT), entry("references/*/actor", ACTOR), entry("references/*/issue", ISSUE),
                    entry("references/*/track", TRACK), entry("references/*/figure", FIGURE))),
            entry(POSITION, Map.of("actor", ACTOR, "issue", ISSUE)),
            entry(AGREEMENT,
                    Map.of("meeting", MEETING, "parties/*", ACTOR, "mediators/*", ACTOR, "signatories/*/actor", ACTOR,
                            "signatories/*/onBehalfOf", ACTOR, "provisions/*/issue", ISSUE, "provisions/*/attestations/*/source", SOURCE)),
            entry(EVENT, Map.of("place", PLACE, "actors/*", ACTOR, "issues/*", ISSUE)),
            entry(FIGURE, Map.of("of/*", ACTOR, "by", ACTOR, "reportedBy/*", ACTOR)));

    @Override
    public void check(SeedFolder folder, Consumer<Fault> faults) {
        Slugs slugs = new Slugs(folder);
        // The same record may be missing in many places, and looking for a similar slug reads all.
        Map<SeedKind, Map<String, String>> messages = new EnumMap<>(SeedKind.class);
        Consumer<Reference> missing = one -> {
            String message = messages.computeIfAbsent(one.wanted, none -> new HashMap<>()).computeIfAbsent(one.slug(),
                    slug -> missing(slug, one.wanted, slugs.of(one.wanted), one.spot.entry().file().origin().remedy(one.wanted)));
            faults.accept(one.spot.fault(message));
        };
        folder.entries().forEach(entry -> {
            Stream.of(ALL, REFERENCES.get(entry.kind())).flatMap(paths -> paths.entrySet().stream())
                    .filter(path -> !folder.isIncomplete(path.getValue()))
                    .flatMap(path -> entry.at(path.getKey()).stream().map(spot -> new Reference(spot, path.getValue())))
                    .filter(one -> one.isMissing(slugs)).forEach(missing);
        });
    }

    /** A reference to a record of that kind. Where a file of that kind could not be read, the record may be in it. */
    private record Reference(Spot spot, SeedKind wanted) {

        String slug() {
            return spot.node().textValue();
        }

        boolean isMissing(Slugs slugs) {
            return slug() != null && !slug().isEmpty() && slugs.entry(wanted, slug()) == null;
        }
    }

    /** The kind of the record that a key of an entry names; empty where it names none, or several. */
    public static Optional<SeedKind> named(SeedKind kind, String key) {
        return Optional.ofNullable(REFERENCES.get(kind).get(key));
    }

    /** The slugs of other records that an entry names, by their kinds. */
    public static Map<SeedKind, Set<String>> named(Entry entry) {
        Map<SeedKind, Set<String>> named = new EnumMap<>(SeedKind.class);
        Stream.of(ALL, REFERENCES.get(entry.kind()))
                .forEach(paths -> paths.forEach((path, kind) -> entry.at(path).stream().map(spot -> spot.node().textValue())
                        .filter(Objects::nonNull).forEach(slug -> named.computeIfAbsent(kind, none -> new TreeSet<>()).add(slug))));
        return named;
    }

    /** What is told where no record of that kind has that slug, but these do; `remedy` is what to do else. */
    public static String missing(String slug, SeedKind wanted, Collection<String> slugs, String remedy) {
        return "there is no " + wanted.word() + " '" + slug + "'; "
                + Nearest.of(slug, slugs).map(near -> "write " + near + ", or ").orElse("") + remedy;
    }
}
