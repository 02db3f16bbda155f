package org.parley.seed.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.meeting.MeetingStatus;
import org.parley.seed.read.Entry;
import org.parley.seed.read.SeedKind;
import org.parley.time.PartialDate;

/** What the loader cannot hold against the data set: that it says no more than the texts say. {@link WordingTest} is about its words. */
class AuditTest {

    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(19[89]|20[0-9])[0-9](?![0-9])");
    private static final Pattern NO_CONTENT = Pattern.compile("\\bnot (stated|told|known|given|reported)\\b");
    /** The fields of records that are no meetings in which persons stand. */
    private static final List<String> PERSONS = List.of("speakers", "addressees", "actors", "mediators", "of", "by", "reportedBy", "leads");

    private static DataSet data;
    private static DataSetEntries entries;

    @BeforeAll
    static void read() {
        data = DataSet.read(Path.of("seeds"));
        entries = DataSetEntries.read();
    }

    private static Stream<MeetingSeed> meetings() {
        return data.of(SeedKind.MEETING).stream().map(MeetingSeed.class::cast);
    }

    @Test
    void everyHeldMeetingHasTwoActorsOrSaysWhyNot() {
        List<String> alone = meetings().filter(meeting -> meeting.status() == MeetingStatus.HELD)
                .filter(meeting -> meeting.participations().stream().map(MeetingSeed.Participation::actor).distinct().count() < 2)
                .filter(meeting -> meeting.summary() == null || !meeting.summary().contains("not stated")).map(MeetingSeed::slug).toList();
        assertEquals(List.of(), alone);
    }

    @Test
    void noMeetingThatWasNotHeldHasAHost() {
        Set<MeetingStatus> held = Set.of(MeetingStatus.HELD, MeetingStatus.ONGOING);
        List<String> hosted = meetings().filter(meeting -> !held.contains(meeting.status()))
                .filter(meeting -> meeting.participations().stream().flatMap(one -> one.roles().stream())
                        .anyMatch(role -> role.name().equals("HOST") || role.name().equals("MEDIATOR")))
                .map(MeetingSeed::slug).toList();
        assertEquals(List.of(), hosted);
    }

    @Test
    void officesCoverTheDatesAtWhichTheyAreUsed() {
        Map<String, ActorSeed> actors = data.of(SeedKind.ACTOR).stream().map(ActorSeed.class::cast)
                .collect(Collectors.toMap(ActorSeed::slug, actor -> actor));
        List<String> outside = new ArrayList<>();
        meetings().forEach(meeting -> meeting.participations().stream().filter(one -> one.office() != null)
                .forEach(one -> actors.get(one.actor()).offices().stream().filter(office -> office.title().equals(one.office()))
                        .filter(office -> !covers(office.from(), office.to(), meeting.date().date()))
                        .forEach(office -> outside.add(meeting.slug() + ": " + one.actor() + " as " + office.title()))));
        assertEquals(List.of(), outside);
    }

    private static boolean covers(DateSeed from, DateSeed to, PartialDate date) {
        boolean begun = from == null || date.latest == null || from.date().earliest == null || !from.date().earliest.isAfter(date.latest);
        boolean ended = to != null && date.earliest != null && to.date().latest != null && to.date().latest.isBefore(date.earliest);
        return begun && !ended;
    }

    /** Marked where, and only where, no part of a text that is cited has the surname. */
    @Test
    void whoTakesPartByOfficeOnlyIsMarkedAsInferred() {
        List<String> wrong = new ArrayList<>();
        entries.of(SeedKind.MEETING, SeedKind.AGREEMENT).forEach(entry -> Stream.of("participations", "signatories")
                .flatMap(field -> DataSetEntries.items(entry.node().path(field))).forEach(one -> {
                    String actor = one.get("actor").asText();
                    boolean byOffice = entries.isNamed(actor) && !entries.inAPart(entry.node().get("attestations"), entries.surname(actor));
                    if (byOffice != one.path("inferred").asBoolean()) {
                        wrong.add(entry.slug() + ": " + actor + (byOffice ? " is known by office only" : " is named"));
                    }
                }));
        assertEquals(List.of(), wrong);
    }

    /** Lists of actors have no mark: an attestation of the field says what is printed and how it was read. */
    @Test
    void whoIsNamedByOfficeOnlyElsewhereHasAReading() {
        List<String> wrong = new ArrayList<>();
        entries.of(SeedKind.STATEMENT, SeedKind.EVENT, SeedKind.AGREEMENT, SeedKind.FIGURE, SeedKind.TRACK).forEach(
                entry -> PERSONS.forEach(field -> DataSetEntries.strings(entry.node().path(field)).stream().filter(entries::isNamed)
                        .filter(actor -> !entries.inAPart(entry.node().get("attestations"), entries.surname(actor)))
                        .filter(actor -> !isRead(entry.node(), field, entries.surname(actor)))
                        .forEach(actor -> wrong.add(entry.slug() + ": " + actor))));
        assertEquals(List.of(), wrong);
    }

    private static boolean isRead(JsonNode entry, String field, String surname) {
        return DataSetEntries.items(entry.get("attestations")).filter(one -> one.path("field").asText().equals(field))
                .anyMatch(one -> one.path("reads").asText().contains(surname));
    }

    /** A year in a slug is one of the date as stated, or stands in a part cited; a year that was worked out does not. */
    @Test
    void yearsInSlugsAreStated() {
        List<String> wrong = new ArrayList<>();
        entries.all().filter(entry -> entry.node().has("attestations"))
                .forEach(entry -> YEAR.matcher(entry.slug()).results().map(MatchResult::group)
                        .filter(year -> !entries.inAPart(entry.node().get("attestations"), year) && !stated(entry, year))
                        .forEach(year -> wrong.add(entry.slug() + ": " + year)));
        assertEquals(List.of(), wrong);
    }

    private static boolean stated(Entry entry, String year) {
        JsonNode date = entry.node().path("date");
        return date.isValueNode() && date.asText().contains(year)
                && DataSetEntries.items(entry.node().get("attestations")).anyMatch(one -> entries.cited(one).has(year));
    }

    @Test
    void pointsHaveContent() {
        List<String> empty = new ArrayList<>();
        entries.of(SeedKind.STATEMENT)
                .forEach(statement -> DataSetEntries.items(statement.node().path("points")).map(point -> point.get("summary").asText())
                        .filter(summary -> NO_CONTENT.matcher(summary).find() || TextDigest.words(summary).size() < 3)
                        .forEach(summary -> empty.add(statement.slug() + ": " + summary)));
        assertEquals(List.of(), empty);
    }

    @Test
    void happeningsLinkAtLeastTwoRecords() {
        Map<String, Long> records = entries.all().filter(entry -> entry.node().has("happening"))
                .collect(Collectors.groupingBy(entry -> entry.node().get("happening").asText(), Collectors.counting()));
        assertEquals(List.of(), records.entrySet().stream().filter(one -> one.getValue() < 2).map(Map.Entry::getKey).toList());
    }
}
