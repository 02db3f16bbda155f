package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.parser.Parser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.dataset.ReloadsDataSet;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;

/** A query as of a moment returns the record as it was then. */
@QuarkusTest
@ReloadsDataSet
class AsOfArgumentTest {

    private static final String MEETING = "brussels-2023-07-15";

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    @Test
    void asOfNowReturnsTheCurrentState() throws IOException {
        assertEquals(asked(), askedAsOf(Instant.now()));
    }

    @Test
    void asOfBeforeAChangeReturnsTheEarlierState() throws IOException {
        Map<Path, JsonNode> original = asked();
        Instant first = Instant.now();
        loader.load(new SeedCopy(folder.resolve("amended")).amendNearlyAll().folder());
        Instant second = Instant.now();
        Map<Path, JsonNode> amended = askedAsOf(second);
        loader.load(nearlyEmpty());
        Instant third = Instant.now();
        Map<Path, JsonNode> nearlyEmpty = askedAsOf(third);
        loader.load(SeedCopy.DATA_SET);
        assertDiffer(original, amended);
        assertDiffer(amended, nearlyEmpty);
        assertEquals(original, askedAsOf(first));
        assertEquals(amended, askedAsOf(second));
        assertEquals(nearlyEmpty, askedAsOf(third));
        assertEquals(original, askedAsOf(Instant.now()));
    }

    private static void assertDiffer(Map<Path, JsonNode> some, Map<Path, JsonNode> others) {
        List<Path> same = some.keySet().stream().filter(question -> some.get(question).equals(others.get(question))).toList();
        assertTrue(3 * same.size() < some.size(), "the same in both: " + same);
    }

    @Test
    void eachRootFieldHasItsOwnMoment() {
        Instant before = Instant.now();
        loader.load(
                new SeedCopy(folder).replace("title: Aliyev and Pashinyan with Michel in Brussels, 15 July 2023", "title: Talks").folder());
        JsonNode data = GraphQlClient.data(String.format(Locale.ROOT, """
                {
                  then: meeting(slug: "%1$s", asOf: "%2$s") { title }
                  now: meeting(slug: "%1$s") { title }
                  __typename
                  never: meeting(slug: "%1$s", asOf: "1999-12-31T23:59:59+04:00") { title }
                  none: meetings(asOf: "1999-12-31T23:59:59+04:00") { totalCount }
                }""", MEETING, before));
        assertEquals("Aliyev and Pashinyan with Michel in Brussels, 15 July 2023", data.at("/then/title").asText());
        assertEquals("Talks", data.at("/now/title").asText());
        assertTrue(data.get("never").isNull());
        assertEquals(0, data.at("/none/totalCount").asInt());
        List<String> names = new ArrayList<>();
        data.fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("then", "now", "__typename", "never", "none"), names);
    }

    @Test
    void revisionIsThatOfTheMoment() {
        Instant before = Instant.now();
        String revision = GraphQlClient.data("{ dataset { revision loadedAt } }").toString();
        loader.load(new SeedCopy(folder).replace("name: Charles Michel", "name: Ch. Michel").folder());
        assertNotEquals(revision, GraphQlClient.data("{ dataset { revision loadedAt } }").toString());
        assertEquals(revision, GraphQlClient.data("{ dataset(asOf: \"" + before + "\") { revision loadedAt } }").toString());
    }

    @Test
    void futureMomentFailsOnlyItsField() {
        JsonNode answer = GraphQlClient
                .ask("{ a: meetings(asOf: \"9000-01-01T00:00:00Z\") { nodes { slug } } b: meetings(first: 1) { nodes { slug } } }");
        assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText());
        assertEquals("asOf: 9000-01-01T00:00:00Z is in the future; send a past moment, or omit it",
                answer.at("/errors/0/message").asText());
        assertEquals("[\"a\"]", answer.at("/errors/0/path").toString());
        assertEquals(0, answer.at("/data/a/nodes").size());
        assertEquals(1, answer.at("/data/b/nodes").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2023-07-15", "2023-07-15T10:00:00", "12023-07-15T10:00:00Z", ""})
    void invalidMomentIsRejected(String moment) {
        JsonNode answer = GraphQlClient.ask("query ($moment: DateTime) { meetings(asOf: $moment) { totalCount } }",
                Map.of("moment", moment));
        assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText());
        assertTrue(answer.at("/errors/0/message").asText().contains("send a string with the offset from UTC"), answer.toString());
        assertEquals("GRAPHQL_VALIDATION_FAILED",
                GraphQlClient.ask("{ meetings(asOf: \"" + moment + "\") { totalCount } }").at("/errors/0/extensions/code").asText());
    }

    @Test
    void asOfAddsOneSqlStatementAndOnePerMoment() {
        Instant moment = Instant.now();
        String query = "{ a: meetings(asOf: \"%1$s\") { nodes { slug } } b: statements(asOf: \"%1$s\") { nodes { slug } } }";
        assertEquals(4, GraphQlClient.statements(GraphQlClient.send(String.format(Locale.ROOT, query, moment), Map.of())));
    }

    /** Returns all golden queries with their current results. */
    private static Map<Path, JsonNode> asked() throws IOException {
        Map<Path, JsonNode> answers = new TreeMap<>();
        for (GoldenFile query : GoldenQueriesTest.queries()) {
            answers.put(query.path(), withoutLocations(GraphQlClient.ask(query.document())));
        }
        return answers;
    }

    private static Map<Path, JsonNode> askedAsOf(Instant moment) throws IOException {
        Map<Path, JsonNode> answers = new TreeMap<>();
        for (GoldenFile query : GoldenQueriesTest.queries()) {
            answers.put(query.path(), withoutLocations(GraphQlClient.ask(asOf(moment, query.document()))));
        }
        return answers;
    }

    /** Removes the positions in the document from warnings, because the printed document has other lines. */
    private static JsonNode withoutLocations(JsonNode answer) {
        answer.at("/extensions/warnings").forEach(warning -> ((ObjectNode) warning).remove("locations"));
        return answer;
    }

    /** Adds the argument to every root field of a query. */
    private static String asOf(Instant moment, String query) {
        Document document = Parser.parse(query);
        Argument argument = new Argument("asOf", new StringValue(moment.toString()));
        return AstPrinter.printAst(document.transform(same -> same.definitions(document.getDefinitions().stream()
                .map(definition -> definition instanceof OperationDefinition operation
                        ? operation.transform(one -> one.selectionSet(new SelectionSet(operation.getSelectionSet()
                                .getSelectionsOfType(Field.class).stream()
                                .map(field -> field.getName().startsWith("__") ? field
                                        : field.transform(asked -> asked.arguments(with(argument, field.getArguments()))))
                                .toList())))
                        : definition)
                .map(graphql.language.Definition.class::cast).toList())));
    }

    private static List<Argument> with(Argument argument, List<Argument> others) {
        List<Argument> all = new ArrayList<>(others);
        all.add(argument);
        return all;
    }

    /** One source and no actors. */
    private Path nearlyEmpty() throws IOException {
        Path file = Files.createDirectories(folder.resolve("empty/sources")).resolve("sources.yaml");
        Files.writeString(file, "- {slug: notes, title: Notes, published: 2023, kind: OTHER, language: en, paragraphs: 1, footnotes: 0}\n");
        return file.getParent().getParent();
    }
}
