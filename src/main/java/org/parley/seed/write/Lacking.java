package org.parley.seed.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.seed.entry.AgreementSeed;
import org.parley.seed.entry.MeetingSeed;
import org.parley.seed.entry.Seed;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedKind;

/** What the entries that a load writes name, and editors took out of the record: the files alone do not show it. */
final class Lacking {

    private record Office(String holder, String title) {}

    private final Draft draft;
    private final Filed filed;
    private final Map<SeedKind, Set<String>> written = new EnumMap<>(SeedKind.class);
    private final List<Fault> faults = new ArrayList<>();

    private Lacking(Draft draft, Filed filed) {
        this.draft = draft;
        this.filed = filed;
        draft.written().forEach((kind, seeds) -> written.put(kind, seeds.stream().map(Seed::slug).collect(Collectors.toSet())));
    }

    static List<Fault> faults(Draft draft, Filed filed, LoadQueries queries) {
        Lacking lacking = new Lacking(draft, filed);
        lacking.addRecords();
        lacking.addOffices(queries);
        return lacking.faults;
    }

    private void addRecords() {
        draft.written()
                .forEach((kind, seeds) -> seeds.forEach(seed -> Mentions.of(kind, seed).forEach((named,
                        slugs) -> slugs.stream().filter(slug -> !isThere(named, slug)).forEach(slug -> add(kind, seed, "the " + named.word()
                                + " '" + slug
                                + "' was retracted by an editor; change its entry to bring it back, or leave the reference out")))));
    }

    private boolean isThere(SeedKind kind, String slug) {
        return filed.record(kind, slug) != null || isWritten(kind, slug);
    }

    private boolean isWritten(SeedKind kind, String slug) {
        return written.get(kind).contains(slug);
    }

    /** An actor that is written gets its offices from the files, which have been checked. */
    private void addOffices(LoadQueries queries) {
        Set<String> holders = draft.written().values().stream().flatMap(List::stream).flatMap(Lacking::offices).map(Office::holder)
                .filter(holder -> filed.record(SeedKind.ACTOR, holder) != null && !isWritten(SeedKind.ACTOR, holder))
                .collect(Collectors.toSet());
        Map<String, Set<String>> titles = queries.officeTitles(holders);
        draft.written()
                .forEach((kind, seeds) -> seeds.forEach(seed -> offices(seed).distinct().filter(
                        office -> holders.contains(office.holder) && !titles.getOrDefault(office.holder, Set.of()).contains(office.title))
                        .forEach(office -> add(kind, seed, "'" + office.holder + "', as an editor left it, has no office '" + office.title
                                + "'; change its entry to bring the office back, or leave it out here"))));
    }

    private static Stream<Office> offices(Seed seed) {
        Stream<Office> offices = seed instanceof MeetingSeed meeting
                ? meeting.participations().stream().map(one -> new Office(one.actor(), one.office()))
                : seed instanceof AgreementSeed agreement
                        ? agreement.signatories().stream().map(one -> new Office(one.actor(), one.office())) : Stream.empty();
        return offices.filter(office -> Objects.nonNull(office.title));
    }

    private void add(SeedKind kind, Seed seed, String message) {
        faults.add(new Fault(kind.word(), 0, seed.slug(), message));
    }
}
