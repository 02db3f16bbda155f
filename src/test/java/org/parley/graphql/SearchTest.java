package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchTest {

    private static final String SEARCH = """
            query ($text: String!, $types: [RecordType!]) {
              search(text: $text, types: $types, first: 100) {
                totalCount
                edges { score highlight matchedField node { __typename ... on Node { id } ... on Actor { slug } ... on Issue { slug } ... on Meeting { slug } } }
              }
            }""";

    private static JsonNode search(String text, String... types) {
        Map<String, Object> variables = types.length == 0 ? Map.of("text", text) : Map.of("text", text, "types", types);
        JsonNode answer = GraphQlClient.ask(SEARCH, variables);
        assertFalse(answer.has("errors"), () -> text + " answered " + answer);
        return answer.at("/data/search");
    }

    private static List<String> found(JsonNode search, String field) {
        return StreamSupport.stream(search.get("edges").spliterator(), false).map(edge -> edge.at("/node/" + field).asText()).toList();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Erdo,                recep-tayyip-erdogan
            Erdoğan,             recep-tayyip-erdogan
            ERDOGAN,             recep-tayyip-erdogan
            tayyip erd,          recep-tayyip-erdogan
            Charles Michel,      charles-michel
            charl mich,          charles-michel
            Pashinian,           nikol-pashinyan
            Kremlin,             russia
            Minsk,               osce-minsk-group
            """)
    void findsTheActorFirst(String text, String slug) {
        assertEquals(slug, found(search(text, "ACTOR"), "slug").get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Karabakh", "Karabagh", "karabak", "Nagorno-Karabagh"})
    void findsAMisspelledName(String text) {
        List<String> issues = found(search(text, "ISSUE"), "slug");
        assertTrue(issues.contains("status-of-nagorno-karabakh"), issues::toString);
    }

    @ParameterizedTest
    @CsvSource({"Armenia,armenia", "Azerbaijan,azerbaijan", "Russia,russia"})
    void ranksTheExactNameFirst(String name, String slug) {
        JsonNode search = search(name);
        assertEquals(slug, search.at("/edges/0/node/slug").asText());
        List<Double> scores = StreamSupport.stream(search.get("edges").spliterator(), false).map(edge -> edge.get("score").asDouble())
                .toList();
        assertEquals(scores.stream().sorted((one, other) -> Double.compare(other, one)).toList(), scores);
        assertTrue(search.get("totalCount").asInt() > 20, () -> "a name stands in many records: " + search.get("totalCount"));
    }

    @Test
    void searchesAllKindsOrTheRequestedOnes() {
        List<String> all = found(search("Lachin"), "__typename");
        assertTrue(all.containsAll(List.of("Issue", "Statement", "Position", "Event", "Meeting", "Agreement")), all::toString);
        assertEquals(List.of("Event", "Issue"),
                found(search("Lachin", "ISSUE", "EVENT"), "__typename").stream().distinct().sorted().toList());
        assertEquals(all.stream().filter(List.of("Issue", "Event")::contains).count(),
                search("Lachin", "ISSUE", "EVENT").get("totalCount").asInt());
    }

    @Test
    void requiresAllWords() {
        List<String> both = found(search("Moscow Aliyev", "MEETING"), "slug");
        List<String> inMoscow = found(search("Moscow", "MEETING"), "slug");
        List<String> withAliyev = found(search("Aliyev", "MEETING"), "slug");
        assertEquals(inMoscow.stream().filter(withAliyev::contains).sorted().toList(), both.stream().sorted().toList());
        assertTrue(!both.isEmpty() && both.size() < inMoscow.size(), both::toString);
    }

    @Test
    void highlightsMatches() {
        String highlight = search("railway", "POSITION").at("/edges/0/highlight").asText();
        assertTrue(highlight.contains("<mark>railway</mark>"), highlight);
    }

    @Test
    void escapesTextAroundHighlights() {
        JsonNode search = search("Author Russia", "ACTOR");
        List<String> highlights = search.findValuesAsText("highlight");
        assertTrue(highlights.stream().anyMatch(text -> text.contains("&#39;") || text.contains("&quot;")), highlights::toString);
        assertTrue(highlights.stream().noneMatch(text -> text.replaceAll("</?mark>|&(amp|lt|gt|quot|#39);", "").matches(".*[<>&\"'].*")),
                highlights::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Armenia'", "'Armenia", "\"Armenia\"", "Armenia:*", "Armenia & Russia", "Armenia | !Russia", "!Armenia",
            "(Armenia", "Armenia) <-> (", "<b>Armenia</b>", "Armenia <2> Russia", "Armenia\\", "Armenia'); drop table actor; --",
            "Armenia % _", "Ärmenïa", "Armenia \uE000\uE001", "亚美尼亚 Armenia", "亚美尼亚 亚", "ʼ Armenia", "½ Armenia", "ﷺ ١٢", "हिन्दी Armenia",
            "a b c d e"})
    void acceptsAnyText(String text) {
        search(text);
    }

    @Test
    void ignoresPunctuation() {
        assertEquals(found(search("Armenia"), "id"), found(search("(Armenia'):* &!|<->\\"), "id"));
    }

    /** A page of few hits needs no hits in texts, and is a prefix of the page of all. */
    @ParameterizedTest
    @ValueSource(strings = {"Azerbaijan", "Karabakh", "peace", "Brussels", "Lachin", "Pashinyan", "Iran", "Xylophone"})
    void shortPagesAreAPrefixOfLongOnes(String text) {
        JsonNode all = search(text).get("edges");
        String query = "query ($text: String!, $first: Int!) { search(text: $text, first: $first) { totalCount pageInfo { hasNextPage }"
                + " edges { score highlight matchedField node { __typename ... on Node { id } ... on Actor { slug } ... on Issue { slug } ... on Meeting { slug } } } } }";
        for (int first : new int[]{1, 7, 20, 60}) {
            JsonNode page = GraphQlClient.ask(query, Map.of("text", text, "first", first)).at("/data/search");
            int size = Math.min(first, all.size());
            assertEquals(size, page.get("edges").size());
            for (int i = 0; i < size; i++) {
                assertEquals(all.get(i), page.get("edges").get(i), text + ", hit " + i + " of the first " + first);
            }
            assertEquals(all.size() > first, page.at("/pageInfo/hasNextPage").asBoolean(), text + ", the first " + first);
            assertEquals(all.size(), page.get("totalCount").asInt());
        }
    }

    @Test
    void matchesInNamesComeFirst() {
        JsonNode answer = GraphQlClient.ask("""
                { search(text: "Lachin", first: 100) { edges { score node {
                    ... on Meeting { title } ... on Event { title } ... on Agreement { title } ... on Issue { name } } } } }""");
        List<Boolean> named = new ArrayList<>();
        for (JsonNode edge : answer.at("/data/search/edges")) {
            double score = edge.get("score").asDouble();
            String name = edge.at("/node/title").asText() + edge.at("/node/name").asText();
            if (score > 0 && !name.isEmpty()) {
                assertEquals(name.contains("Lachin"), score >= 0.55, () -> edge + " is in the wrong place");
            }
            assertTrue(score > 0 && score <= 1, edge::toString);
            named.add(score >= 0.55);
        }
        assertTrue(named.contains(true) && named.contains(false), named::toString);
        assertEquals(named.stream().sorted(Comparator.reverseOrder()).toList(), named);
    }

    @Test
    void similarWordsCountIfNothingElseHasTheWords() {
        JsonNode search = GraphQlClient.data("""
                { search(text: "aliyv pashinan") { suggestion edges { score matchedField highlight } }
                  known: search(text: "Aliyev Pashinyan") { suggestion } }""");
        assertTrue(search.at("/search/edges").size() > 2, search::toString);
        search.at("/search/edges").forEach(edge -> {
            assertTrue(edge.get("score").asDouble() > 0 && edge.get("score").asDouble() < 0.2, edge::toString);
            assertTrue(edge.get("highlight").asText().contains("<mark>"), edge::toString);
        });
        assertEquals("aliyev pashinyan", search.at("/search/suggestion").asText());
        assertTrue(search.at("/known/suggestion").isNull(), search::toString);
    }

    @ParameterizedTest
    @CsvSource({"Ilham Aliyev, name", "Russian MFA, aliases", "Deputy Foreign Minister, offices.title"})
    void namesTheFieldThatMatchedBest(String text, String field) {
        JsonNode edge = search(text, "ACTOR").at("/edges/0");
        assertEquals(field, edge.get("matchedField").asText(), edge::toString);
        assertTrue(edge.get("highlight").asText().startsWith("<mark>"), edge::toString);
    }

    @Test
    void findsPhrasesAndExcludesWords() {
        List<String> all = found(search("peace treaty"), "id");
        List<String> phrase = found(search("\"peace treaty\""), "id");
        List<String> reverse = found(search("\"treaty peace\""), "id");
        List<String> without = found(search("peace -treaty"), "id");
        assertTrue(all.containsAll(phrase) && phrase.size() > 1 && phrase.size() < all.size(), () -> phrase.size() + " of " + all.size());
        assertTrue(reverse.size() < phrase.size(), reverse::toString);
        assertTrue(!without.isEmpty() && without.stream().noneMatch(phrase::contains), without::toString);
    }

    @Test
    void searchesAsOfAMoment() {
        JsonNode answer = GraphQlClient.ask("""
                query ($asOf: DateTime) {
                  now: search(text: "Lachin") { totalCount edges { score node { ... on Node { id } } } }
                  then: search(text: "Lachin", asOf: $asOf) { totalCount edges { score node { ... on Node { id } } } }
                }""", Map.of("asOf", Instant.now().toString()));
        assertFalse(answer.has("errors"), answer::toString);
        assertTrue(answer.at("/data/then/totalCount").asInt() > 0);
        assertEquals(answer.at("/data/now"), answer.at("/data/then"));
    }

    @Test
    void returnsNothingWithoutMatches() {
        JsonNode search = search("Xylophone");
        assertEquals(0, search.get("totalCount").asInt());
        assertTrue(search.get("edges").isEmpty());
    }
}
