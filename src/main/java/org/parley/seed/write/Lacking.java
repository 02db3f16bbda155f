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
        Map<String, Set<String>> titles = queries.officeTitles(lacking.holders());
        draft.written().forEach((kind, seeds) -> seeds.forEach(seed -> {
            lacking.addRecords(kind, seed);
            lacking.addOffices(kind, seed, titles);
        }));
        return lacking.faults;
    }

    private void addRecords(SeedKind kind, Seed seed) {
        Mentions.of(kind, seed).forEach(
                (named, slugs) -> slugs.stream().filter(slug -> !isThere(named, slug)).forEach(slug -> add(kind, seed, "the " + named.word()
                        + " '" + slug + "' was retracted by an editor; change its entry to bring it back, or leave the reference out")));
    }

    private boolean isThere(SeedKind kind, String slug) {
        return filed.record(kind, slug) != null || isWritten(kind, slug);
    }

    private boolean isWritten(SeedKind kind, String slug) {
        return written.get(kind).contains(slug);
    }

    /** An actor that is written gets its offices from the files, which have been checked: these are the others that act in one. */
    private Set<String> holders() {
        return draft.written().values().stream().flatMap(List::stream).flatMap(Lacking::offices).map(Office::holder).filter(this::isLeft)
                .collect(Collectors.toSet());
    }

    private boolean isLeft(String holder) {
        return filed.record(SeedKind.ACTOR, holder) != null && !isWritten(SeedKind.ACTOR, holder);
    }

    private void addOffices(SeedKind kind, Seed seed, Map<String, Set<String>> titles) {
        offices(seed).distinct().filter(office -> isLeft(office.holder))
                .filter(office -> !titles.getOrDefault(office.holder, Set.of()).contains(office.title))
                .forEach(office -> add(kind, seed, "'" + office.holder + "', as an editor left it, has no office '" + office.title
                        + "'; change its entry to bring the office back, or leave it out here"));
    }

    private static Stream<Office> offices(Seed seed) {
        Stream<Office> offices = Stream.empty();
        if (seed instanceof MeetingSeed meeting) {
            offices = meeting.participations().stream().map(one -> new Office(one.actor(), one.office()));
        } else if (seed instanceof AgreementSeed agreement) {
            offices = agreement.signatories().stream().map(one -> new Office(one.actor(), one.office()));
        }
        return offices.filter(office -> Objects.nonNull(office.title));
    }

    private void add(SeedKind kind, Seed seed, String message) {
        faults.add(new Fault(kind.word(), 0, seed.slug(), message));
    }
}
