package org.parley.dataset;

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
import org.parley.entry.DataSet;
import org.parley.entry.Entry;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.time.PartialDate;

/** Tests what the checks of a load cannot: that the data set states only what the texts state. {@link WordingTest} tests its wording. */
class AuditTest {

    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(19[89]|20[0-9])[0-9](?![0-9])");
    private static final Pattern NO_CONTENT = Pattern.compile("\\bnot (stated|told|known|given|reported)\\b");
    /** The fields that refer to persons, in records other than meetings. */
    private static final List<String> PERSONS = List.of("speakers", "addressees", "actors", "mediators", "of", "by", "reportedBy", "leads");

    private static DataSet data;
    private static DataSetEntries entries;

    @BeforeAll
    static void read() {
        data = DataSetFolder.readChecked(Path.of("seeds"));
        entries = DataSetEntries.read();
    }

    private static Stream<CanonicalEntry> meetings() {
        return data.of(Kind.MEETING).stream();
    }

    private static String status(CanonicalEntry meeting) {
        return meeting.json().get("status").asText();
    }

    @Test
    void everyHeldMeetingHasTwoActorsOrSaysWhyNot() {
        List<String> alone = meetings().filter(meeting -> status(meeting).equals("HELD"))
                .filter(meeting -> meeting.values("participations/*/actor").stream().distinct().count() < 2)
                .filter(meeting -> !meeting.json().path("summary").asText().contains("not stated")).map(CanonicalEntry::slug).toList();
        assertEquals(List.of(), alone);
    }

    @Test
    void noMeetingThatWasNotHeldHasAHost() {
        List<String> hosted = meetings()
                .filter(meeting -> !Set.of("HELD", "ONGOING").contains(status(meeting))).filter(meeting -> meeting
                        .values("participations/*/roles/*").stream().anyMatch(role -> Set.of("HOST", "MEDIATOR").contains(role.asText())))
                .map(CanonicalEntry::slug).toList();
        assertEquals(List.of(), hosted);
    }

    @Test
    void officesCoverTheDatesAtWhichTheyAreUsed() {
        Map<String, CanonicalEntry> actors = data.of(Kind.ACTOR).stream().collect(Collectors.toMap(CanonicalEntry::slug, actor -> actor));
        List<String> outside = new ArrayList<>();
        meetings().forEach(meeting -> meeting.values("participations/*").stream().filter(one -> one.has("office"))
                .forEach(one -> actors.get(one.get("actor").asText()).values("offices/*").stream()
                        .filter(office -> office.get("title").equals(one.get("office")))
                        .filter(office -> !covers(date(office.path("from")), date(office.path("to")), date(meeting.json().get("date"))))
                        .forEach(office -> outside.add(meeting.slug() + ": " + one.get("actor") + " as " + office.get("title")))));
        assertEquals(List.of(), outside);
    }

    /** Returns null if absent. */
    private static PartialDate date(JsonNode date) {
        return date.isMissingNode() ? null
                : PartialDate.of(date.path("edtf").asText(date.asText()), date.path("reading").asText(null), date.has("inferred"));
    }

    private static boolean covers(PartialDate from, PartialDate to, PartialDate date) {
        boolean begun = from == null || date.latest == null || from.earliest == null || !from.earliest.isAfter(date.latest);
        boolean ended = to != null && date.earliest != null && to.latest != null && to.latest.isBefore(date.earliest);
        return begun && !ended;
    }

    /** Inferred exactly if no cited part of a text has the surname. */
    @Test
    void whoTakesPartByOfficeOnlyIsMarkedAsInferred() {
        List<String> wrong = new ArrayList<>();
        entries.of(Kind.MEETING, Kind.AGREEMENT).forEach(entry -> Stream.of("participations", "signatories")
                .flatMap(field -> DataSetEntries.items(entry.node().path(field))).forEach(one -> {
                    String actor = one.get("actor").asText();
                    boolean byOffice = entries.isNamed(actor) && !entries.inAPart(entry.node().get("attestations"), entries.surname(actor));
                    if (byOffice != one.path("inferred").asBoolean()) {
                        wrong.add(entry.slug() + ": " + actor + (byOffice ? " is known by office only" : " is named"));
                    }
                }));
        assertEquals(List.of(), wrong);
    }

    /** Lists of actors have no flag `inferred`: an attestation of the field has the printed value and its reading. */
    @Test
    void whoIsNamedByOfficeOnlyElsewhereHasAReading() {
        List<String> wrong = new ArrayList<>();
        entries.of(Kind.STATEMENT, Kind.EVENT, Kind.AGREEMENT, Kind.FIGURE, Kind.TRACK).forEach(
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

    /** A year in a slug is part of the stated date or in a cited part; it is never an inferred year. */
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
        entries.of(Kind.STATEMENT)
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
