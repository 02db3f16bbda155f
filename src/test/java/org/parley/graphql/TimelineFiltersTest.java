package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.parley.LogLines;

/** The timeline's filters find what the lists of each kind find, and the countries of actors what their entries say. */
@QuarkusTest
class TimelineFiltersTest {

    private static final String ENTRY = "__typename ... on Node { id }";

    private static Set<String> ids(String list) {
        Set<String> ids = new TreeSet<>();
        EncounterModel.all(list, ENTRY).forEach(node -> ids.add(node.get("id").asText()));
        return ids;
    }

    private static void assertUnion(String filter, List<String> kinds) {
        Set<String> expected = new TreeSet<>();
        kinds.forEach(kind -> expected.addAll(ids(kind + "(filter: {" + filter + "})")));
        assertEquals(expected, ids("timeline(filter: {" + filter + "})"), filter);
        assertEquals(expected.size(),
                GraphQlClient.data("{ timeline(filter: {" + filter + "}) { totalCount } }").at("/timeline/totalCount").asInt(), filter);
    }

    @Test
    void textsAreThoseOfEachKind() {
        for (String text : List.of("Lachin", "peace", "Karabakh", "corridor", "zzz")) {
            assertUnion("text: \"" + text + "\"", List.of("meetings", "statements", "agreements", "events"));
        }
    }

    @Test
    void placesAreThoseOfMeetingsAndEvents() {
        int found = 0;
        for (JsonNode place : EncounterModel.all("places", "slug name")) {
            for (String value : List.of(place.get("slug").toString(), place.get("name").toString())) {
                String filter = "places: [" + value + "]";
                assertUnion(filter, List.of("meetings", "events"));
                found += ids("timeline(filter: {" + filter + "})").size();
            }
        }
        assertTrue(found > 10, "too few entries at places");
    }

    @Test
    void sourcesAreThoseOfTheAttestations() {
        Map<String, Set<String>> attested = new HashMap<>();
        String fields = ENTRY + """
                 ... on Attested { attestations { source { slug } } }
                ... on Agreement { provisions { attestations { source { slug } } } }""";
        for (JsonNode entry : EncounterModel.all("timeline", fields)) {
            entry.findValues("source").forEach(
                    source -> attested.computeIfAbsent(source.get("slug").asText(), none -> new TreeSet<>()).add(entry.get("id").asText()));
        }
        assertTrue(attested.size() > 3, "too few sources");
        attested.forEach((source, ids) -> assertEquals(ids, ids("timeline(filter: {sources: [\"" + source + "\"]})"), source));
    }

    @Test
    void conditionsCombine() {
        for (String other : List.of("actors: [\"armenia\"]", "issues: [\"peace-treaty\"]", "between: {from: \"2021-01-01\"}")) {
            for (String one : List.of("places: [\"moscow\", \"brussels\"]", "text: \"peace\"",
                    "sources: [\"russia-stresses-its-red-lines\"]")) {
                Set<String> both = new TreeSet<>(ids("timeline(filter: {" + one + "})"));
                both.retainAll(ids("timeline(filter: {" + other + "})"));
                assertEquals(both, ids("timeline(filter: {" + one + ", " + other + "})"), one + " and " + other);
            }
        }
    }

    /** Actors or issues given beside `and`, `or` and `not` are read in the order of their own index, and mean the same. */
    @Test
    void combinedFiltersReadOnlyTheGivenActorsOrIssues() {
        int found = 0;
        for (String own : List.of("actors: [\"armenia\", \"russia\"]", "issues: [\"peace-treaty\"]",
                "actors: [\"armenia\"], issues: [\"peace-treaty\"]")) {
            for (String inner : List.of("{actors: [\"azerbaijan\"]}", "{issues: [\"lachin-road\"]}", "{types: [MEETING, EVENT]}",
                    "{between: {from: \"2022-01-01\"}}", "{sources: [\"russia-stresses-its-red-lines\"], not: {text: \"peace\"}}")) {
                Set<String> matching = ids("timeline(filter: " + inner + ")");
                Set<String> with = new TreeSet<>(ids("timeline(filter: {" + own + "})"));
                Set<String> without = new TreeSet<>(with);
                with.retainAll(matching);
                without.removeAll(matching);
                assertRead(own + ", and: [" + inner + "]", with);
                assertRead(own + ", or: [" + inner + ", {actors: []}]", with);
                assertRead(own + ", not: " + inner, without);
                found += with.size() * without.size();
            }
        }
        assertTrue(found > 10, "no filter divides a list");
    }

    private static void assertRead(String filter, Set<String> expected) {
        assertEquals(expected, ids("timeline(filter: {" + filter + "})"), filter);
        try (LogLines log = new LogLines("org.parley.sql", Level.FINE)) {
            GraphQlClient.data("{ timeline(filter: {" + filter + "}) { nodes { __typename } } }");
            String derived = filter.startsWith("actors") ? "actor n cross join lateral" : "issue n cross join lateral";
            assertTrue(log.lines().stream().anyMatch(sql -> sql.contains(derived)), () -> filter + " sent " + log.lines());
        }
    }

    @Test
    void kindsThatItDoesNotContainAreRejectedAtAnyDepth() {
        for (String filter : List.of("{types: [ACTOR]}", "{not: {types: [MEETING, SOURCE]}}", "{and: [{or: [{}, {types: [ISSUE]}]}]}",
                "{types: [], not: {types: [ACTOR]}}", "{actors: [\"armenia\"], or: [{types: [PLACE]}]}")) {
            JsonNode error = GraphQlClient.ask("{ timeline(filter: " + filter + ") { nodes { __typename } } }").at("/errors/0");
            assertEquals("types: the timeline contains only [MEETING, STATEMENT, AGREEMENT, EVENT]; send some of these, or omit it for all",
                    error.get("message").asText(), filter);
        }
    }

    @Test
    void countriesAreThoseOfWholesAndOffices() {
        Map<String, JsonNode> actors = new HashMap<>();
        EncounterModel.all("actors", "slug kind partOf { slug } offices { of { slug } }")
                .forEach(actor -> actors.put(actor.get("slug").asText(), actor));
        int found = 0;
        for (JsonNode state : EncounterModel.all("actors(filter: {kinds: [STATE]})", "slug")) {
            String country = state.get("slug").asText();
            Set<String> expected = new TreeSet<>();
            actors.forEach((slug, actor) -> {
                List<String> own = new ArrayList<>(List.of(slug));
                actor.get("offices").forEach(office -> own.add(office.at("/of/slug").asText()));
                if (own.stream().anyMatch(of -> belongs(actors, of, country))) {
                    expected.add(slug);
                }
            });
            Set<String> listed = new TreeSet<>();
            EncounterModel.all("actors(filter: {countries: [\"" + country + "\"]})", "slug")
                    .forEach(actor -> listed.add(actor.get("slug").asText()));
            assertEquals(expected, listed, country);
            found += listed.size();
        }
        assertTrue(found > 20, "too few actors of countries");
    }

    private static boolean belongs(Map<String, JsonNode> actors, String actor, String whole) {
        JsonNode partOf = actors.get(actor).get("partOf");
        return actor.equals(whole) || !partOf.isNull() && belongs(actors, partOf.get("slug").asText(), whole);
    }
}
