package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.SeedCopy;
import org.parley.entry.DataSet;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/** Filters find the records that a plain filter over the entries of the data set finds. */
@QuarkusTest
class FilterDifferentialTest {

    private static final String NO_SUCH = "no-such-slug";

    private final DataSet data = DataSetFolder.readChecked(SeedCopy.DATA_SET);

    @Test
    void agreementsByIssue() {
        bySlugs("agreements", Kind.AGREEMENT, "issues", Kind.ISSUE, agreement -> texts(agreement, "provisions/*/issue"));
    }

    @Test
    void agreementsByInference() {
        byFlag("agreements", Kind.AGREEMENT, "inferred", agreement -> Stream.of("date", "provisions/*/steps/*/date")
                .flatMap(path -> agreement.values(path).stream()).anyMatch(FilterDifferentialTest::isInferred)
                || Stream.of("signatories/*/inferred", "participations/*/inferred").anyMatch(path -> !agreement.values(path).isEmpty()));
    }

    @Test
    void eventsByCountry() {
        bySlugs("events", Kind.EVENT, "countries", Kind.ACTOR, event -> texts(event, "place").stream()
                .flatMap(place -> texts(entry(Kind.PLACE, place), "country").stream()).collect(Collectors.toSet()));
    }

    @Test
    void eventsByIssue() {
        bySlugs("events", Kind.EVENT, "issues", Kind.ISSUE, event -> texts(event, "issues/*"));
    }

    @Test
    void eventsByAllegationAndInference() {
        byFlag("events", Kind.EVENT, "alleged", event -> event.json().path("alleged").asBoolean());
        byFlag("events", Kind.EVENT, "inferred", event -> isInferred(event.json().path("date")));
    }

    @Test
    void positionsBySource() {
        bySlugs("positions", Kind.POSITION, "sources", Kind.SOURCE, position -> texts(position, "attestations/*/source"));
    }

    @Test
    void positionsByInference() {
        byFlag("positions", Kind.POSITION, "inferred", position -> isInferred(position.json().path("date")));
    }

    @Test
    void statementsByAddressee() {
        byFlag("statements", Kind.STATEMENT, "hasAddressee", statement -> !statement.values("addressees/*").isEmpty());
        bySlugs("statements", Kind.STATEMENT, "addressees", Kind.ACTOR, statement -> {
            Set<String> addressed = new TreeSet<>();
            Deque<String> next = new ArrayDeque<>(texts(statement, "addressees/*"));
            while (!next.isEmpty()) {
                String slug = next.pop();
                addressed.add(slug);
                next.addAll(texts(entry(Kind.ACTOR, slug), "partOf"));
            }
            return addressed;
        });
    }

    @Test
    void issuesByBroaderIssue() {
        bySlugs("issues", Kind.ISSUE, "broader", Kind.ISSUE, issue -> {
            Set<String> broader = new TreeSet<>();
            Deque<String> next = new ArrayDeque<>(texts(issue, "broader"));
            while (!next.isEmpty()) {
                String slug = next.pop();
                if (broader.add(slug)) {
                    next.addAll(texts(entry(Kind.ISSUE, slug), "broader"));
                }
            }
            return broader;
        });
    }

    @Test
    void issuesByText() {
        Set<String> words = data.of(Kind.ISSUE).stream().flatMap(issue -> names(issue).stream())
                .flatMap(name -> Stream.of(name.split("[^a-zA-Z]+"))).filter(word -> word.length() > 2).collect(Collectors.toSet());
        assertTrue(words.size() > 10, words.toString());
        for (String word : words) {
            Set<String> found = found("issues", "text: \"" + word.toUpperCase(Locale.ROOT) + "\"");
            Set<String> named = slugs(Kind.ISSUE, issue -> names(issue).stream()
                    .anyMatch(name -> (" " + name.replaceAll("[^a-z]+", " ")).contains(" " + word.toLowerCase(Locale.ROOT))));
            assertTrue(found.containsAll(named), () -> word + ": " + named + " are not all of " + found);
            Set<String> searched = new TreeSet<>(
                    GraphQlClient.data("{ search(text: \"" + word + "\", types: [ISSUE], first: 100) { nodes { ... on Issue { slug } } } }")
                            .findValuesAsText("slug"));
            assertEquals(searched, new TreeSet<>(found), word);
        }
    }

    @Test
    void figureBySlug() {
        for (CanonicalEntry figure : data.of(Kind.FIGURE)) {
            assertEquals(figure.json().get("measure"),
                    GraphQlClient.data("{ figure(slug: \"" + figure.slug() + "\") { measure } }").at("/figure/measure"));
        }
        assertTrue(GraphQlClient.data("{ figure(slug: \"" + NO_SUCH + "\") { measure } }").get("figure").isNull());
    }

    private interface Slugs {
        Set<String> of(CanonicalEntry entry);
    }

    /** Compares the records that each slug of a kind finds, those that two slugs find, and those that an unknown slug finds. */
    private void bySlugs(String list, Kind kind, String field, Kind target, Slugs slugs) {
        List<String> values = new ArrayList<>(data.of(target).stream().map(CanonicalEntry::slug).toList());
        values.add(NO_SUCH);
        int matches = 0;
        for (int i = 0; i < values.size(); i++) {
            Set<String> asked = Set.copyOf(new TreeSet<>(List.of(values.get(i), values.get(i * 7 % values.size()))));
            for (Set<String> any : List.of(Set.of(values.get(i)), asked)) {
                Set<String> expected = slugs(kind, entry -> slugs.of(entry).stream().anyMatch(any::contains));
                matches += expected.size();
                String condition = field + ": " + any.stream().map(slug -> '"' + slug + '"').toList();
                assertEquals(expected, found(list, condition), condition);
            }
        }
        assertTrue(matches > 0, list + " with " + field);
        assertEquals(Set.of(), found(list, field + ": []"));
    }

    private void byFlag(String list, Kind kind, String field, Predicate<CanonicalEntry> holds) {
        Set<String> expected = slugs(kind, holds);
        assertTrue(!expected.isEmpty() && expected.size() < data.of(kind).size(), list + " with " + field + ": " + expected);
        assertEquals(expected, found(list, field + ": true"), field);
        assertEquals(slugs(kind, holds.negate()), found(list, field + ": false"), field);
    }

    private Set<String> slugs(Kind kind, Predicate<CanonicalEntry> condition) {
        return data.of(kind).stream().filter(condition).map(CanonicalEntry::slug).collect(Collectors.toCollection(TreeSet::new));
    }

    private CanonicalEntry entry(Kind kind, String slug) {
        return data.of(kind).stream().filter(entry -> entry.slug().equals(slug)).findFirst().orElseThrow();
    }

    /** Returns the slugs of all pages. */
    private static Set<String> found(String list, String condition) {
        Set<String> slugs = new TreeSet<>();
        String after = "";
        while (true) {
            JsonNode page = GraphQlClient.data("{ all: " + list + "(first: 100, filter: {" + condition + "}" + after
                    + ") { nodes { slug } pageInfo { hasNextPage endCursor } } }").get("all");
            page.get("nodes").forEach(node -> slugs.add(node.get("slug").asText()));
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                return slugs;
            }
            after = ", after: " + page.at("/pageInfo/endCursor");
        }
    }

    private static Set<String> names(CanonicalEntry entry) {
        return Stream.of("name", "aliases/*").flatMap(path -> texts(entry, path).stream()).map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(CanonicalEntry entry, String path) {
        return entry.values(path).stream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static boolean isInferred(JsonNode date) {
        return date.has("reading") || date.path("inferred").asBoolean();
    }
}
