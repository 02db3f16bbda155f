package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.ReloadsDataSet;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;

/** A search with more hits than it returns. */
@QuarkusTest
@ReloadsDataSet
class SearchLimitTest {

    private static final int NAMED = 40;
    private static final int MENTIONED = 110;

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    @Test
    void findsAtMostAHundredExactNamesFirst() {
        String named = events("named", NAMED, "Xylophone concert", "An event.");
        String mentioned = events("mentioned", MENTIONED, "Concert", "A xylophone was played.");
        loader.load(new SeedCopy(folder).add("events/concerts.yaml", named + mentioned).folder());
        JsonNode search = GraphQlClient.data(
                "{ search(text: \"xylophone\", first: 100) { totalCount totalCountIsExact edges { score node { ... on Event { slug } } } } }")
                .get("search");
        assertEquals(100, search.get("totalCount").asInt());
        assertFalse(search.get("totalCountIsExact").asBoolean(), "150 have the word");
        List<JsonNode> edges = StreamSupport.stream(search.get("edges").spliterator(), false).toList();
        assertEquals(100, edges.size());
        for (int i = 0; i < edges.size(); i++) {
            assertEquals(i < NAMED, edges.get(i).at("/node/slug").asText().startsWith("named-"), edges.get(i).toString());
            assertEquals(i < NAMED, edges.get(i).get("score").asDouble() > 0.55, edges.get(i).toString());
        }
        assertTrue(edges.stream().allMatch(edge -> edge.get("score").asDouble() <= 1), edges::toString);
    }

    @Test
    void fewerHitsAreCountedExactly() {
        loader.load(new SeedCopy(folder).add("events/concerts.yaml", events("named", NAMED, "Xylophone concert", "An event.")).folder());
        JsonNode search = GraphQlClient.data("{ search(text: \"xylophone\", first: 1) { totalCount totalCountIsExact } }").get("search");
        assertEquals(NAMED, search.get("totalCount").asInt());
        assertTrue(search.get("totalCountIsExact").asBoolean());
    }

    private static String events(String name, int number, String title, String summary) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> """
                - slug: %1$s-%2$d
                  title: %3$s %2$d
                  kind: OTHER
                  date: 2023
                  summary: %4$s
                  attestations: [{source: russia-stresses-its-red-lines, locator: paragraph 1, voice: DOCUMENT_FACT}]

                """.replace("%1$s", name).replace("%2$d", Integer.toString(i)).replace("%3$s", title).replace("%4$s", summary))
                .collect(Collectors.joining());
    }
}
