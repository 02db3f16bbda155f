package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown slugs in filters are reported with suggestions in `extensions.warnings`; known ones are not. */
@QuarkusTest
class SlugWarningsTest {

    /** Lists of texts that are not slugs, or that may name retracted records. */
    private static final Set<String> NO_SLUGS = Set.of("ChangeFilter.slugs", "ChangeFilter.editors", "ChangeFilter.editorIds",
            "DiscrepancyFilter.fields");

    @Inject
    Engine engine;

    private Stream<GraphQLInputObjectType> filters() {
        return engine.schema().getAllTypesAsList().stream().filter(GraphQLInputObjectType.class::isInstance)
                .map(GraphQLInputObjectType.class::cast).filter(type -> type.getName().endsWith("Filter"));
    }

    private static boolean isListOfTexts(GraphQLInputObjectField field) {
        return GraphQLTypeUtil.isList(field.getType())
                && GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapAll(field.getType())).equals("String");
    }

    @Test
    void everyListOfSlugsIsChecked() {
        List<String> unchecked = new ArrayList<>();
        filters().forEach(filter -> filter.getFields().stream().filter(SlugWarningsTest::isListOfTexts)
                .filter(field -> !SlugWarnings.KINDS.containsKey(field.getName())).map(field -> filter.getName() + "." + field.getName())
                .filter(field -> !NO_SLUGS.contains(field)).forEach(unchecked::add));
        assertEquals(List.of(), unchecked, "add the field to SlugWarnings.KINDS");
    }

    @Test
    void everyFieldOfARootFilterWarns() {
        List<String> silent = new ArrayList<>();
        engine.schema().getQueryType().getFields().stream().filter(field -> field.getArgument("filter") != null).forEach(field -> {
            GraphQLInputObjectType filter = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(field.getArgument("filter").getType());
            filter.getFields().stream().filter(SlugWarningsTest::isListOfTexts)
                    .filter(condition -> SlugWarnings.KINDS.containsKey(condition.getName())).forEach(condition -> {
                        String value = condition.getName().equals("sources") && filter.getName().equals("DiscrepancyFilter")
                                ? "[\"zz-nothing\", \"zz-naught\"]" : "[\"zz-nothing\"]";
                        JsonNode answer = GraphQlClient
                                .ask("{ " + field.getName() + "(" + (field.getName().endsWith("Stats") ? "by: [YEAR], " : "") + "filter: {"
                                        + condition.getName() + ": " + value + "}) { totalCount } }");
                        if (!answer.at("/extensions/warnings/0/value").asText().equals("zz-nothing")) {
                            silent.add(field.getName() + "." + condition.getName() + " " + answer);
                        }
                    });
        });
        assertEquals(List.of(), silent);
    }

    @ParameterizedTest
    @CsvSource({"participants, armena, actor, armenia", "participants, ilham-aliev, actor, ilham-aliyev",
            "participants, rusia, actor, russia", "participants, armenia-, actor, armenia", "hosts, european-unoin, actor, european-union",
            "issues, peace-traty, issue, peace-treaty", "tracks, brussel-talks, track, brussels-track", "places, Moscoww, place, moscow"})
    void similarSlugsAreSuggested(String condition, String typed, String kind, String meant) {
        JsonNode answer = GraphQlClient.ask("{ meetings(filter: {" + condition + ": [\"" + typed + "\"]}) { totalCount } }");
        JsonNode warning = answer.at("/extensions/warnings/0");
        assertEquals("Query.meetings", warning.get("field").asText());
        assertEquals("filter." + condition, warning.get("argument").asText());
        assertEquals(typed, warning.get("value").asText());
        assertEquals(3, warning.at("/locations/0/column").asInt(), warning::toString);
        assertEquals(meant, warning.at("/suggestions/0").asText(), warning::toString);
        assertTrue(
                warning.get("message").asText()
                        .startsWith("filter." + condition + ": no " + kind
                                + (kind.equals("place") ? " has the slug or name '" : " has the slug '") + typed + "'; did you mean "),
                warning::toString);
    }

    @Test
    void knownSlugsGiveNoWarning() {
        JsonNode answer = GraphQlClient.ask("{ meetings(filter: {participants: [\"armenia\"], places: [\"Moscow\", \"moscow\"],"
                + " or: [{issues: [\"peace-treaty\"]}, {not: {hosts: [\"russia\"]}}]}) { totalCount } }");
        assertTrue(answer.has("data"), answer::toString);
        assertFalse(answer.has("extensions"), answer::toString);
    }

    @Test
    void nestedFiltersAndNestedListsAreChecked() {
        JsonNode answer = GraphQlClient.ask(
                "query ($f: MeetingFilter) { actor(slug: \"russia\") { hosted(filter: $f) { totalCount } }"
                        + " meetings(filter: {or: [{not: {hosts: [\"zz-host\"]}}, {tracks: \"zz-track\"}]}) { totalCount } }",
                Map.of("f", Map.of("and", List.of(Map.of("issues", List.of("zz-issue"))))));
        List<String> arguments = new ArrayList<>();
        answer.at("/extensions/warnings").forEach(warning -> arguments
                .add(warning.get("field").asText() + " " + warning.get("argument").asText() + " " + warning.get("value").asText()));
        assertEquals(Set.of("Query.meetings filter.or.not.hosts zz-host", "Query.meetings filter.or.tracks zz-track",
                "Actor.hosted filter.and.issues zz-issue"), Set.copyOf(arguments), answer::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous { slug }", "daysSincePrevious { lowest }"})
    void slugsInArgumentsAreChecked(String field) {
        JsonNode answer = GraphQlClient.ask(
                "query ($slugs: [String!]) { meetings(first: 3) { nodes { " + field.replace(" {", "(together: $slugs) {") + " } } }",
                Map.of("slugs", List.of("armenia", "azerbaijann")));
        assertEquals(1, answer.at("/extensions/warnings").size(), answer::toString);
        JsonNode warning = answer.at("/extensions/warnings/0");
        assertEquals("together", warning.get("argument").asText());
        assertEquals("Meeting." + field.replaceAll(" .*", ""), warning.get("field").asText());
        assertTrue(warning.get("suggestions").toString().contains("\"azerbaijan\""), warning::toString);
    }

    @Test
    void everyArgumentWithSlugsIsChecked() {
        Set<String> lists = engine.schema().getAllTypesAsList().stream().filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast).filter(type -> !Set.of("Mutation", "Subscription").contains(type.getName()))
                .flatMap(type -> type.getFields().stream()).flatMap(field -> field.getArguments().stream())
                .filter(argument -> GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(argument.getType()))
                        && GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapAll(argument.getType())).equals("String"))
                .map(argument -> argument.getName()).collect(Collectors.toSet());
        assertEquals(Set.of(StandardArguments.TOGETHER), lists, "let SlugWarnings check the argument");
    }

    @Test
    void warningsAreLimited() {
        List<String> slugs = Stream.iterate(0, i -> i + 1).limit(30).map(i -> "zz" + i).toList();
        JsonNode answer = GraphQlClient.ask("query ($slugs: [String!]) { meetings(filter: {hosts: $slugs}) { totalCount } }",
                Map.of("slugs", slugs));
        assertEquals(20, answer.at("/extensions/warnings").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-", "\uD83D\uDE00", "%_'\\"})
    void longValuesAreShortened(String repeated) {
        String value = repeated.repeat(9_000 / repeated.length());
        JsonNode answer = GraphQlClient.ask(
                "query ($slugs: [String!]) { meetings(filter: {hosts: $slugs, places: $slugs}) { totalCount } }",
                Map.of("slugs", List.of(value)));
        assertEquals(2, answer.at("/extensions/warnings").size(),
                () -> answer.toString().substring(0, Math.min(300, answer.toString().length())));
        assertTrue(answer.toString().length() < 2_000, () -> "length " + answer.toString().length());
        assertTrue(answer.at("/extensions/warnings/0/value").asText().endsWith("…"));
    }
}
