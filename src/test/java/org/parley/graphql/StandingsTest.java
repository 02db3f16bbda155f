package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The standings on an issue are what plain Java finds among all positions: of each actor those of its last day. */
@QuarkusTest
class StandingsTest {

    private static final String UNDATED = "infinity";

    private static String day(JsonNode position) {
        JsonNode date = position.get("date");
        return date.get("earliest").asText(date.get("latest").asText(UNDATED));
    }

    private static String actor(JsonNode position) {
        return position.at("/actor/slug").asText();
    }

    /** Returns the positions on each issue. */
    private static Map<String, List<JsonNode>> positions() {
        Map<String, List<JsonNode>> byIssue = new TreeMap<>();
        EncounterModel.all("positions", "slug actor { slug } issue { slug } date { earliest latest }")
                .forEach(position -> byIssue.computeIfAbsent(position.at("/issue/slug").asText(), none -> new ArrayList<>()).add(position));
        return byIssue;
    }

    private static Map<String, Set<String>> last(List<JsonNode> positions, String day) {
        Map<String, String> days = new TreeMap<>();
        Map<String, Set<String>> last = new TreeMap<>();
        for (JsonNode position : positions) {
            if (day(position).compareTo(day) <= 0 && day(position).compareTo(days.getOrDefault(actor(position), "")) >= 0) {
                if (!day(position).equals(days.put(actor(position), day(position)))) {
                    last.put(actor(position), new TreeSet<>());
                }
                last.get(actor(position)).add(position.get("slug").asText());
            }
        }
        return last;
    }

    @Test
    void actorsHaveAllPositionsOfTheirLastDay() {
        Map<String, List<JsonNode>> positions = positions();
        Set<String> days = new TreeSet<>(Set.of("1900-01-01"));
        positions.values().forEach(some -> some.forEach(position -> days.add(day(position))));
        days.remove(UNDATED);
        int several = 0;
        for (Map.Entry<String, List<JsonNode>> issue : positions.entrySet()) {
            for (String day : days) {
                several += assertStandings(issue.getKey(), "on: \"" + day + "\"", last(issue.getValue(), day));
            }
            several += assertStandings(issue.getKey(), "", last(issue.getValue(), UNDATED));
        }
        assertTrue(several > 0, "no actor holds several positions on its last day");
    }

    /** Returns the number of actors with several positions. */
    private static int assertStandings(String issue, String on, Map<String, Set<String>> expected) {
        JsonNode standings = GraphQlClient.data(
                "{ issue(slug: \"" + issue + "\") { standings(first: 100, " + on + ") { totalCount nodes { slug actor { slug } } } } }")
                .at("/issue/standings");
        List<String> actors = new ArrayList<>();
        Map<String, List<String>> found = new TreeMap<>();
        standings.get("nodes").forEach(position -> {
            actors.add(actor(position));
            found.computeIfAbsent(actor(position), none -> new ArrayList<>()).add(position.get("slug").asText());
        });
        Map<String, List<String>> sorted = new TreeMap<>();
        expected.forEach((actor, slugs) -> sorted.put(actor, List.copyOf(slugs)));
        assertEquals(sorted, found, issue + " " + on);
        assertEquals(actors.size(), standings.get("totalCount").asInt(), issue + " " + on);
        for (String actor : new HashSet<>(actors)) {
            assertEquals(expected.get(actor).size(), actors.lastIndexOf(actor) - actors.indexOf(actor) + 1,
                    "positions of an actor together");
        }
        return (int) expected.values().stream().filter(slugs -> slugs.size() > 1).count();
    }

    @Test
    void pagesKeepThePositionsOfAnActor() {
        for (Map.Entry<String, List<JsonNode>> entry : positions().entrySet()) {
            if (last(entry.getValue(), UNDATED).values().stream().anyMatch(slugs -> slugs.size() > 1)) {
                new Paged("{ issue(slug: \"" + entry.getKey() + "\") { %s } }", "standings(%s)", "slug actor { slug }").assertWalks("");
            }
        }
    }
}
