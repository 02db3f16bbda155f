package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.matching.Judgements;
import org.parley.record.Kind;

/** Imports excerpts of published tables by the mappings, and compares the result with what the raw files have. */
class RealTablesTest {

    private static final Path TABLES = Path.of("src/test/resources/tables");
    private static final Path VISITS = Path.of("mappings/historyatstate-visits.yaml");

    @TempDir
    Path temporary;

    private ImportFolder folder;

    @BeforeEach
    void makeAFolder() throws IOException {
        folder = new ImportFolder(temporary.resolve("data"));
    }

    /** Reads the elements of a raw file by their ids, without an XML parser. */
    private static Map<String, Map<String, String>> elements(String file, String name) throws IOException {
        Map<String, Map<String, String>> elements = new TreeMap<>();
        Matcher element = Pattern.compile("<" + name + "\\b.*?</" + name + ">", Pattern.DOTALL)
                .matcher(Files.readString(TABLES.resolve(file)));
        while (element.find()) {
            Map<String, String> values = new TreeMap<>();
            Matcher value = Pattern.compile("<([a-z-]+)\\b[^>]*>([^<]+)</").matcher(element.group());
            while (value.find()) {
                values.put(value.group(1), value.group(2).replace("&amp;", "&").replaceAll("\\s+", " ").strip());
            }
            elements.put(values.getOrDefault("role", "id") + " " + values.get("id"), values);
        }
        return elements;
    }

    private static String date(Map<String, String> row) {
        String end = row.getOrDefault("end-date", row.get("start-date"));
        return row.get("start-date").equals(end) ? end : row.get("start-date") + "/" + end;
    }

    private static String locator(JsonNode record) {
        return record.at("/attestations/0/locator").asText().replaceFirst("^record ", "");
    }

    @ParameterizedTest
    @CsvSource({"visits-2016.xml,visit,historyatstate-visits", "visits-2025.xml,visit,historyatstate-visits",
            "travels.xml,trip,historyatstate-travels"})
    void everyRowIsAMeeting(String file, String element, String mapping) throws IOException {
        Map<String, Map<String, String>> rows = elements(file, element);
        folder.load(Path.of("mappings/" + mapping + ".yaml"), TABLES.resolve(file), "first");
        List<JsonNode> meetings = folder.entries(Kind.MEETING);
        assertEquals(rows.keySet(), meetings.stream().map(RealTablesTest::locator).collect(Collectors.toCollection(TreeSet::new)));
        meetings.forEach(meeting -> {
            Map<String, String> row = rows.get(locator(meeting));
            assertEquals(date(row), meeting.path("date").asText());
            assertTrue(meeting.path("title").asText().contains(row.getOrDefault("visitor", row.get("name"))), meeting::toString);
            assertEquals(row.getOrDefault("description", row.get("remarks")), meeting.path("summary").textValue());
        });
        Set<String> states = rows.values().stream().map(row -> row.getOrDefault("from", row.get("country"))).collect(Collectors.toSet());
        long found = folder.entries(Kind.ACTOR).stream().filter(actor -> states.contains(actor.path("name").asText())).count();
        long named = element.equals("visit") ? states.size()
                : rows.values().stream().filter(row -> row.containsKey("locale")).map(row -> row.get("country")).distinct().count();
        assertEquals(named, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"armenia", "azerbaijan", "georgia", "greece", "russia"})
    void parliamentsHaveEveryMemberTermNameAndLink(String country) throws IOException {
        JsonNode raw = new ObjectMapper().readTree(TABLES.resolve(country + ".json").toFile());
        Path mapping = Path.of("mappings/everypolitician.yaml");
        folder.load(mapping, TABLES.resolve(country + ".json"), "first");
        judgeAllAsNew();
        folder.load(mapping, TABLES.resolve(country + ".json"), "first");
        Map<String, JsonNode> actors = folder.entries(Kind.ACTOR).stream()
                .collect(Collectors.toMap(RealTablesTest::locator, actor -> actor));
        assertEquals(raw.path("persons").size() + raw.path("organizations").size(), actors.size());
        raw.path("persons").forEach(person -> {
            JsonNode actor = actors.get(person.path("id").asText());
            Set<String> names = texts(person.path("other_names"), "name");
            names.remove(person.path("name").asText());
            assertEquals(names, texts(actor.path("aliases"), ""));
            assertEquals(person.path("links").size(), actor.path("websites").size());
            assertEquals(texts(person.path("images"), "url").size(), actor.path("images").size());
            assertTrue(actor.path("offices").isArray() && covers(raw, person.path("id").asText(), actor.path("offices")), actor::toString);
        });
        Map<String, String> before = folder.texts();
        folder.load(mapping, TABLES.resolve(country + ".json"), "first");
        assertEquals(before, folder.texts(), "importing again changes nothing");
    }

    private static Set<String> texts(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false).map(item -> key.isEmpty() ? item.asText() : item.path(key).asText())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether each membership, from its own date or that of its period, begins within a term of the person as a legislator. */
    private static boolean covers(JsonNode raw, String person, JsonNode offices) {
        Map<String, String> periods = new TreeMap<>();
        raw.path("events").forEach(event -> periods.put(event.path("id").asText(), event.path("start_date").asText()));
        for (JsonNode membership : raw.path("memberships")) {
            String from = membership.path("start_date").asText(periods.getOrDefault(membership.path("legislative_period_id").asText(), ""));
            if (membership.path("person_id").asText().equals(person)
                    && StreamSupport.stream(offices.spliterator(), false).noneMatch(term -> term.path("rank").asText().equals("LEGISLATOR")
                            && term.path("from").asText().compareTo(from) <= 0 && term.path("to").asText("9999").compareTo(from) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private void judgeAllAsNew() throws IOException {
        judge("undecided", "new");
    }

    private boolean judge(String from, String to) throws IOException {
        Path file = folder.file(Judgements.FILE);
        if (!Files.exists(file)) {
            return false;
        }
        String text = Files.readString(file);
        Files.writeString(file, text.replace("judgement: " + from, "judgement: " + to));
        return true;
    }

    @ParameterizedTest
    @CsvSource({"ministers-meetings,MEETING,5,5", "peace-agreements,AGREEMENT,3,3", "conflict-agreements,AGREEMENT,2,5"})
    void tablesOfTheFormEnter(String name, Kind kind, int records, int actors) throws IOException {
        String report = folder.load(Path.of("mappings/" + name + ".yaml"), TABLES.resolve(name + ".csv"), "first");
        assertEquals(name.equals("ministers-meetings"), report.contains("  1 rows left out by 'where' in the mapping\n"), report);
        assertEquals(records, folder.entries(kind).size());
        assertTrue(folder.entries(Kind.ACTOR).size() >= actors, () -> folder.entries(Kind.ACTOR).toString());
        assertFalse(Files.exists(folder.file(Judgements.FILE)));
    }

    /** Returns the changed titles and dates between the editions, computed from the raw files: `id title`. */
    private static Map<String, Set<String>> changes() throws IOException {
        Map<String, Map<String, String>> before = elements("visits-2016.xml", "visit");
        Map<String, Set<String>> changes = new TreeMap<>();
        elements("visits-2025.xml", "visit").forEach((id, row) -> {
            if (!date(row).equals(date(before.get(id)))) {
                changes.put(id + " date", new TreeSet<>(Set.of(date(row), date(before.get(id)))));
            }
            if (!row.get("visitor").equals(before.get(id).get("visitor"))) {
                changes.put(id + " title",
                        List.of(row, before.get(id)).stream().map(one -> "Visit of " + one.get("visitor") + " to the United States")
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        });
        return changes;
    }

    private Map<String, Set<String>> discrepancies() {
        Map<String, Set<String>> found = new TreeMap<>();
        folder.entries(Kind.MEETING).forEach(meeting -> ImportFolder.discrepancies(meeting)
                .forEach((field, values) -> found.put(locator(meeting) + " " + field, values)));
        return found;
    }

    @Test
    void everyChangeBetweenEditionsIsADiscrepancy() throws IOException {
        folder.load(VISITS, TABLES.resolve("visits-2016.xml"), "first");
        folder.load(VISITS, TABLES.resolve("visits-2025.xml"), "second");
        judgeAllAsNew();
        folder.load(VISITS, TABLES.resolve("visits-2025.xml"), "second");
        Map<String, Set<String>> changes = changes();
        assertTrue(changes.size() > 20, changes::toString);
        assertEquals(changes, discrepancies());
        assertEquals(elements("visits-2016.xml", "visit").size(), folder.entries(Kind.MEETING).size());
        Map<String, String> after = folder.texts();
        folder.load(VISITS, TABLES.resolve("visits-2025.xml"), "second");
        folder.load(VISITS, TABLES.resolve("visits-2016.xml"), "first");
        assertEquals(after, folder.texts(), "importing again changes nothing");
    }

    /** A table of another source, whose numbers mean nothing: people judge, and take all judgements back. */
    @Test
    void undoingAllJudgementsBringsTheFirstStateBack() throws IOException {
        folder.load(VISITS, TABLES.resolve("visits-2016.xml"), "first");
        Path unnumbered = Files.writeString(temporary.resolve("m.yaml"),
                Files.readString(VISITS).replace("locator: \"record id {id}\"", "key: \"{id}\""));
        folder.load(unnumbered, TABLES.resolve("visits-2025.xml"), "other");
        Map<String, String> first = folder.texts();
        String text = first.get(Judgements.FILE);
        Files.writeString(folder.file(Judgements.FILE),
                text.replaceAll("(?<=\n  judgement: )undecided(?=\n  candidates:\n  - record: (\\S+))", "same\n  record: $1"));
        folder.load(unnumbered, TABLES.resolve("visits-2025.xml"), "other");
        Map<String, String> judged = folder.texts();
        assertNotEquals(first.get("meetings/visits-2016.yaml"), judged.get("meetings/visits-2016.yaml"));
        folder.load(unnumbered, TABLES.resolve("visits-2025.xml"), "other");
        assertEquals(judged, folder.texts(), "importing again changes nothing");
        judge("same", "undo");
        folder.undo();
        folder.load(unnumbered, TABLES.resolve("visits-2025.xml"), "other");
        assertEquals(first, folder.texts());
    }
}
