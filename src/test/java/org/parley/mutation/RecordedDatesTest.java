package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.time.EdtfException;
import org.parley.time.PartialDate;

/** Random dates are stored and read unchanged, and sorted through pages in both directions. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class RecordedDatesTest {

    private static final int TRIES = 150;
    private static final List<String> SPECIAL = List.of("0001", "0001-01-01", "000X", "0XXX", "0004-02-29", "9999-12-31", "9999", "9XXX",
            "9998-24", "201X-02-29", "2023-0X-31", "XXXX", "XXXX-02-29", "../0001-01-01", "9999-12-31/..", "1985/", "/1985", "2023-XX-XX",
            "2023-24?", "0001/9999", "XXXX-11-05/2023", "0000", "0000-02-29", "9999-24", "../..", "/", "..", "2023-02-29", "XXXX-02-30",
            "2023/2022", "-0001", "10000", "Y17000", "2023-07-15\n", "");
    private static final String RECORD = "mutation($i: EventInput!) { recordEvent(input: $i) { event { date { edtf earliest latest label precision } } } }";

    /** Generates dates of all forms, mostly plain days. */
    private static String date(Random random) {
        String point = point(random);
        return switch (random.nextInt(8)) {
            case 0 -> point + "/" + point(random);
            case 1 -> "../" + point;
            case 2 -> point + "/..";
            case 3 -> point + "?~%".charAt(random.nextInt(3));
            default -> point;
        };
    }

    private static String point(Random random) {
        String year = String.valueOf(10_001 + random.nextInt(9_999)).substring(1);
        String masked = random.nextInt(4) == 0 ? year.substring(0, 4 - random.nextInt(4)) : year;
        masked += "X".repeat(4 - masked.length());
        return switch (random.nextInt(4)) {
            case 0 -> masked;
            case 1 -> masked + "-" + List.of("01", "02", "12", "0X", "1X", "XX", "21", "24").get(random.nextInt(8));
            default -> masked + "-" + List.of("01", "02", "11", "12", "0X", "1X", "XX").get(random.nextInt(7)) + "-"
                    + List.of("01", "15", "28", "29", "30", "31", "2X", "3X", "XX").get(random.nextInt(9));
        };
    }

    @Test
    void roundTrip() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> dates = new ArrayList<>(SPECIAL);
        random.ints(TRIES).forEach(any -> dates.add(date(random)));
        Map<String, PartialDate> recorded = new LinkedHashMap<>();
        for (String edtf : dates) {
            PartialDate date = parsed(edtf);
            String slug = "dated-event-" + recorded.size();
            JsonNode answer = Editor.ANA.send(RECORD, Map.of("i", event(slug, edtf)));
            assertFalse(answer.findValuesAsText("code").contains("INTERNAL"), () -> edtf + ": " + answer);
            assertEquals(date == null, answer.has("errors"), () -> edtf + ": " + answer);
            if (date != null) {
                recorded.put(slug, date);
                assertShown(date, answer.at("/data/recordEvent/event/date"));
            }
        }
        assertTrue(recorded.size() > TRIES / 2, () -> recorded.size() + " dates");
        assertListed(recorded);
        recorded.forEach((slug, date) -> assertShown(date, Editor.NOBODY
                .data("{ event(slug: \"" + slug + "\") { date { edtf earliest latest label precision } } }").at("/event/date")));
    }

    private static PartialDate parsed(String edtf) {
        try {
            return PartialDate.of(edtf);
        } catch (EdtfException none) {
            return null;
        }
    }

    private static Map<String, Object> event(String slug, String edtf) {
        return Map.of("slug", slug, "title", "An event of " + slug, "kind", "INCIDENT", "date", Map.of("edtf", edtf), "actors",
                List.of("armenia"), "summary", "What happened.", "attestations",
                List.of(Map.of("source", "russia-stresses-its-red-lines", "locator", "paragraph 3", "voice", "DOCUMENT_FACT")));
    }

    private static void assertShown(PartialDate date, JsonNode shown) {
        assertEquals(
                List.of(date.edtf, String.valueOf(date.earliest), String.valueOf(date.latest), date.getLabel(), date.getPrecision().name()),
                List.of(shown.get("edtf").asText(), shown.get("earliest").asText(), shown.get("latest").asText(),
                        shown.get("label").asText(), shown.get("precision").asText()));
    }

    /** Every list of dated records returns them in order, each page from the cursor of the previous one. */
    private static void assertListed(Map<String, PartialDate> recorded) {
        List<String> ordered = recorded.keySet().stream()
                .sorted(Comparator.<String, java.time.LocalDate> comparing(slug -> recorded.get(slug).sortDay())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> backwards = new ArrayList<>(ordered);
        Collections.reverse(backwards);
        for (String list : List.of("events(filter: {actors: [\"armenia\"]}, ", "timeline(filter: {types: [EVENT]}, ")) {
            assertEquals(ordered, walk(list, "orderBy: DATE_ASC, ", "first", "after"), list);
            assertEquals(backwards, walk(list, "orderBy: DATE_DESC, ", "first", "after"), list);
        }
        assertEquals(backwards, walk("events(filter: {actors: [\"armenia\"]}, ", "orderBy: DATE_ASC, ", "last", "before"));
    }

    private static List<String> walk(String list, String order, String size, String from) {
        List<String> slugs = new ArrayList<>();
        String cursor = "";
        boolean forwards = size.equals("first");
        while (true) {
            JsonNode page = Editor.NOBODY
                    .data("{ page: " + list + order + size + ": 7" + cursor
                            + ") { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { ... on Event { slug } } } }")
                    .get("page");
            List<String> some = page.get("nodes").findValuesAsText("slug");
            if (!forwards) {
                Collections.reverse(some);
            }
            some.stream().filter(slug -> slug.startsWith("dated-event-")).forEach(slugs::add);
            if (!page.at(forwards ? "/pageInfo/hasNextPage" : "/pageInfo/hasPreviousPage").asBoolean()) {
                return slugs;
            }
            cursor = ", " + from + ": " + page.at(forwards ? "/pageInfo/endCursor" : "/pageInfo/startCursor");
        }
    }
}
