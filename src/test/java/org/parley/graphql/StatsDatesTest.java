package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.ReloadsDataSet;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;

/** Statistics and previous meetings of dates of every sort: exact, spanning, open on one side or both, and of centuries. */
@QuarkusTest
@ReloadsDataSet
class StatsDatesTest {

    private static final List<String> FIXED = List.of("../1999", "1985-05/..", "XXXX-11", "1701-02/1999-05", "0001/9999", "1822-03-04",
            "1600/..", "../2150-01", "1991-03-31/1991-04-01");
    private static final long SEED = Long.getLong("parley.test.seed", new Random().nextLong());

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    /** A held meeting. A null date is open. */
    private record Held(String slug, String track, LocalDate earliest, LocalDate latest, boolean inferred, JsonNode node) {

        private static Held of(JsonNode node) {
            return new Held(node.get("slug").asText(), node.at("/track/slug").asText(null), day(node, "earliest"), day(node, "latest"),
                    node.at("/date/inferred").asBoolean(), node);
        }

        private static LocalDate day(JsonNode node, String bound) {
            String text = node.at("/date/" + bound).asText(null);
            return text == null || text.equals("null") ? null : LocalDate.parse(text);
        }

        private LocalDate sort() {
            return earliest != null ? earliest : latest != null ? latest : LocalDate.MAX;
        }
    }

    private static final Comparator<Held> BY_DATE = Comparator.comparing(Held::sort).thenComparing(Held::slug);

    @BeforeEach
    void loadDates() {
        Random random = new Random(SEED);
        List<String> dates = new ArrayList<>(FIXED);
        IntStream.range(0, 20).forEach(i -> dates.add(date(random)));
        StringBuilder meetings = new StringBuilder();
        for (int i = 0; i < dates.size(); i++) {
            meetings.append(String.format(Locale.ROOT, """
                    - slug: dated-%02d
                      title: A meeting of that date
                      kind: NEGOTIATION
                      level: UNSPECIFIED
                      medium: UNSPECIFIED
                      setting: UNSPECIFIED
                      status: HELD
                      date: %s
                      track: brussels-track
                      participations:
                        - {actor: %s, roles: [PARTY]}
                        - {actor: armenia, roles: [PARTY]}
                      attestations:
                        - {source: russia-stresses-its-red-lines, locator: title, voice: DOCUMENT_FACT}
                    """, i, dates.get(i).startsWith("{") ? dates.get(i) : "\"" + dates.get(i) + "\"",
                    i % 2 == 0 ? "azerbaijan" : "russia"));
        }
        loader.load(new SeedCopy(folder).add("meetings/dated.yaml", meetings.toString()).folder());
    }

    private static String date(Random random) {
        LocalDate first = LocalDate.of(1985, 1, 1).plusDays(random.nextInt(400));
        LocalDate last = first.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(200));
        return switch (random.nextInt(5)) {
            case 0 -> first + "/..";
            case 1 -> "../" + last;
            case 2 -> "{edtf: \"" + first + "\", inferred: true}";
            default -> first.equals(last) ? first.toString() : first + "/" + last;
        };
    }

    @Test
    void possibleIsWhatOverlapsAndCountIsWhatLiesWithin() {
        for (String by : List.of("YEAR", "QUARTER", "MONTH")) {
            List<JsonNode> groups = EncounterModel.all("meetingStats(by: [" + by + "])", "keys { value } count certain possible");
            StringBuilder lists = new StringBuilder();
            Set<String> values = new HashSet<>();
            for (int i = 0; i < groups.size(); i++) {
                String value = groups.get(i).at("/keys/0/value").asText();
                values.add(value);
                if (!value.equals("null") && (by.equals("YEAR") || i % 7 == 0)) {
                    lists.append(overlapping(i, value));
                }
            }
            for (String part : lists.toString().split(";")) {
                JsonNode data = GraphQlClient.data("{" + part + "}");
                int group = Integer.parseInt(data.fieldNames().next().substring(1));
                assertEquals(data.at("/w" + group + "/totalCount"), groups.get(group).get("count"),
                        () -> "seed " + SEED + groups.get(group));
                assertEquals(data.at("/p" + group + "/totalCount"), groups.get(group).get("possible"),
                        () -> "seed " + SEED + groups.get(group));
            }
            String[] bounds = switch (by) {
                case "YEAR" -> new String[]{"1999", "1985", "1600", "2150", "1701", "1822"};
                case "QUARTER" -> new String[]{"1999-Q4", "1985-Q2", "1600-Q1", "2150-Q1", "1999-Q2", "1822-Q1"};
                default -> new String[]{"1999-12", "1985-05", "1600-01", "2150-01", "1701-02", "1822-03"};
            };
            assertTrue(values.containsAll(List.of(bounds)), () -> by + values);
            assertTrue(groups.size() < 2_000, by + ": " + groups.size());
        }
    }

    private static String overlapping(int group, String value) {
        boolean quarter = value.contains("Q");
        int month = quarter ? 3 * (value.charAt(6) - '1') + 1 : value.length() == 4 ? 1 : Integer.parseInt(value.substring(5));
        YearMonth first = YearMonth.of(Integer.parseInt(value.substring(0, 4)), month);
        YearMonth last = first.plusMonths(quarter ? 2 : value.length() == 4 ? 11 : 0);
        String list = "%s%d: meetings(first: 1, filter: {between: {from: \"%s\", to: \"%s\", match: %s}}) { totalCount } ";
        return String.format(Locale.ROOT, list, "w", group, first.atDay(1), last.atEndOfMonth(), "WITHIN")
                + String.format(Locale.ROOT, list, "p", group, first.atDay(1), last.atEndOfMonth(), "OVERLAPS") + ";";
    }

    @Test
    void previousMeetingsAndDaysAreThoseOfAModel() {
        String days = "slug } %1$s: daysSincePrevious%2$s { lowest highest inferred }";
        String together = "(together: [\"armenia\", \"azerbaijan\"])";
        String fields = "slug status track { slug } date { earliest latest inferred } a: previous { "
                + String.format(Locale.ROOT, days, "aDays", "") + " b: previous" + together + " { "
                + String.format(Locale.ROOT, days, "bDays", together);
        List<Held> meetings = EncounterModel.all("meetings", fields).stream().map(Held::of).toList();
        List<Held> held = meetings.stream().filter(meeting -> meeting.node.get("status").asText().equals("HELD")).sorted(BY_DATE).toList();
        Set<String> both = new EncounterModel().together("armenia", "azerbaijan");
        int found = 0;
        Set<String> shapes = new HashSet<>();
        for (Held meeting : meetings) {
            Held ofTrack = last(held, meeting, other -> meeting.track != null && meeting.track.equals(other.track));
            assertDays(meeting, ofTrack, "a");
            Held ofBoth = last(held, meeting, other -> both.contains(other.slug));
            assertDays(meeting, ofBoth, "b");
            found += ofTrack == null ? 0 : 1;
            JsonNode shown = meeting.node.get("bDays");
            shapes.add(shown.isNull() ? "none" : shown.get("lowest").isNull() + " " + shown.get("highest").isNull());
        }
        assertTrue(found > 20);
        assertTrue(shapes.containsAll(Set.of("false false", "true false", "true true")), shapes::toString);
    }

    private static Held last(List<Held> held, Held meeting, Predicate<Held> condition) {
        return held.stream().filter(other -> BY_DATE.compare(other, meeting) < 0).filter(condition).reduce((one, other) -> other)
                .orElse(null);
    }

    private static void assertDays(Held meeting, Held previous, String name) {
        String text = "seed " + SEED + " " + meeting + previous;
        assertEquals(previous == null ? null : previous.slug, meeting.node.at("/" + name + "/slug").asText(null), text);
        JsonNode days = meeting.node.get(name + "Days");
        if (previous == null) {
            assertTrue(days.isNull(), text);
            return;
        }
        Long lowest = between(previous.latest, meeting.earliest);
        assertEquals(lowest == null ? "null" : String.valueOf(Math.max(0, lowest)), days.get("lowest").asText(), text);
        assertEquals(String.valueOf(between(previous.earliest, meeting.latest)), days.get("highest").asText(), text);
        assertEquals(meeting.inferred || previous.inferred, days.get("inferred").asBoolean(), text);
    }

    private static Long between(LocalDate from, LocalDate to) {
        return from == null || to == null ? null : ChronoUnit.DAYS.between(from, to);
    }
}
