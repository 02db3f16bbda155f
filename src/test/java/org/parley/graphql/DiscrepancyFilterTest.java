package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters of discrepancies select what Java selects from the list of all. */
@QuarkusTest
class DiscrepancyFilterTest {

    private static final String ALL = """
            { discrepancies(first: 100%s) { totalCount nodes { field rule record { __typename ... on Node { id } }
              values { value attestations { source { slug } } } } } }""";

    private static final List<String> RULES = List.of("MOST_PRECISE", "MOST_SOURCES", "PRIMARY_WORDING", "EDITOR");

    private List<JsonNode> all;

    @BeforeEach
    void readAll() {
        all = list("");
        assertTrue(all.size() > 5 && all.size() < 100, () -> all.size() + " discrepancies");
    }

    private static List<JsonNode> list(String filter) {
        JsonNode found = GraphQlClient.data(String.format(Locale.ROOT, ALL, filter)).get("discrepancies");
        List<JsonNode> nodes = new ArrayList<>();
        found.get("nodes").forEach(nodes::add);
        assertEquals(nodes.size(), found.get("totalCount").asInt(), filter);
        return nodes;
    }

    private void compare(String filter, Predicate<JsonNode> condition) {
        assertEquals(all.stream().filter(condition).toList(), list(", filter: {" + filter + "}"), filter);
    }

    private Set<String> values(String pointer) {
        Set<String> values = new HashSet<>();
        all.forEach(one -> values.add(one.at(pointer).asText()));
        return values;
    }

    @Test
    void filtersByTypeFieldAndRule() {
        compare("", one -> true);
        values("/record/__typename").forEach(type -> compare("types: [" + type.toUpperCase(Locale.ROOT) + "]",
                one -> one.at("/record/__typename").asText().equals(type)));
        values("/field").forEach(field -> compare("fields: [\"" + field + "\"]", one -> one.get("field").asText().equals(field)));
        RULES.forEach(rule -> compare("rules: [" + rule + "]", one -> one.get("rule").asText().equals(rule)));
        compare("rules: [EDITOR, MOST_SOURCES], fields: [\"date\", \"name\", \"nothing\"]",
                one -> List.of("EDITOR", "MOST_SOURCES").contains(one.get("rule").asText())
                        && List.of("date", "name").contains(one.get("field").asText()));
        for (String none : List.of("types: []", "fields: []", "rules: []", "types: [SOURCE]")) {
            compare(none, one -> false);
        }
    }

    private static boolean disagree(JsonNode discrepancy, Collection<String> sources) {
        List<Set<String>> ofValues = new ArrayList<>();
        discrepancy.get("values").forEach(value -> {
            Set<String> slugs = new HashSet<>(value.findValuesAsText("slug"));
            slugs.retainAll(sources);
            ofValues.add(slugs);
        });
        for (int i = 0; i < ofValues.size(); i++) {
            for (int j = i + 1; j < ofValues.size(); j++) {
                Set<String> both = new HashSet<>(ofValues.get(i));
                both.addAll(ofValues.get(j));
                if (!ofValues.get(i).isEmpty() && !ofValues.get(j).isEmpty() && both.size() > 1) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void filtersByPairsAndTriplesOfSources() {
        List<String> slugs = GraphQlClient.data("{ sources(first: 100) { nodes { slug } } }").findValuesAsText("slug");
        int found = 0;
        for (String one : slugs) {
            for (String other : slugs) {
                if (!one.equals(other)) {
                    found += compareSources(List.of(one, other));
                    found += compareSources(List.of(one, other, slugs.get(0), "no-such-source"));
                }
            }
        }
        assertTrue(found > 0, "no two sources of the data set disagree");
        assertEquals(0, compareSources(List.of("no-such-source", "nor-this")));
        compareSources(slugs);
    }

    private int compareSources(List<String> sources) {
        compare("sources: [\"" + String.join("\", \"", sources) + "\"]", one -> disagree(one, sources));
        return Set.copyOf(sources).size() < 2 ? 0 : (int) all.stream().filter(one -> disagree(one, sources)).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"russia-stresses-its-red-lines\"]",
            "[\"russia-stresses-its-red-lines\", \"russia-stresses-its-red-lines\"]", "\"russia-stresses-its-red-lines\""})
    void fewerThanTwoSourcesAreRejected(String sources) {
        JsonNode error = GraphQlClient.ask("{ discrepancies(filter: {sources: " + sources + "}) { totalCount } }").at("/errors/0");
        assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText());
        assertEquals("sources: names fewer than two sources; send the slugs of at least two that may disagree",
                error.get("message").asText());
    }

    @Test
    void pagesOfAFilteredListAreThoseOfTheWhole() {
        String filter = "filter: {fields: [\"date\"]}";
        List<JsonNode> dates = all.stream().filter(one -> one.get("field").asText().equals("date")).toList();
        assertTrue(dates.size() > 2);
        Stream.of("first: 1", "last: 1").forEach(page -> {
            JsonNode found = GraphQlClient.data("{ discrepancies(" + filter + ", " + page + ") { totalCount"
                    + " pageInfo { hasNextPage hasPreviousPage } nodes { record { ... on Node { id } } } } }").get("discrepancies");
            boolean first = page.startsWith("first");
            assertEquals(dates.size(), found.get("totalCount").asInt());
            assertEquals(first, found.at("/pageInfo/hasNextPage").asBoolean());
            assertEquals(!first, found.at("/pageInfo/hasPreviousPage").asBoolean());
            assertEquals(dates.get(first ? 0 : dates.size() - 1).at("/record/id"), found.at("/nodes/0/record/id"));
        });
    }
}
