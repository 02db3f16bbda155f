package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.graphql.Caller;
import org.parley.graphql.Continuation;
import org.parley.graphql.Engine;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.GraphQlResponse;
import org.parley.table.TableFormat;
import org.parley.table.TableSource;
import org.parley.table.WholeList;

/** A table without a page size has all items of its list, in their order. */
@QuarkusTest
class WholeListTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Engine engine;

    private static RequestSpecification query(String document) {
        return given().queryParam("query", document);
    }

    private static List<String> slugs(RequestSpecification request) throws IOException {
        List<String> slugs = new ArrayList<>();
        for (String line : request.queryParam("format", "jsonl").get("/graphql").then().statusCode(200).extract().asString().lines()
                .toList()) {
            slugs.add(JSON.readTree(line).get("slug").asText());
        }
        return slugs;
    }

    /** Reads all pages of `list`, whose cursor `%s` stands for. */
    private static List<String> pages(String document, String path) throws IOException {
        List<String> slugs = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = JSON.readTree(query(document.replace("%s", "first: 7" + after)).get("/graphql").asString()).at("/data" + path);
            page.get("nodes").forEach(node -> slugs.add(node.get("slug").asText()));
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                return slugs;
            }
            after = ", after: " + page.at("/pageInfo/endCursor");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{ statements(%s) { nodes { slug } } } | /statements",
            "{ actors(%s) { nodes { slug } } } | /actors", "{ a: positions(orderBy: DATE_DESC, %s) { nodes { slug } } } | /a",
            "{ statements(filter: {or: [{hasAddressee: true}, {hasAddressee: false}]}, %s) { totalCount nodes { slug speakers { name } } } } | /statements",
            "{ source(slug: \"russias-approaches-towards-armenia-and-azerbaijan\") { title attestations(%s) { nodes { slug: locator } } } } | /source/attestations",
            "{ few: meetings(first: 2) { nodes { slug } } many: statements(%s) { nodes { slug } } } | /many"})
    void hasAllPages(String document, String path) throws IOException {
        List<String> all = pages(document.replaceFirst("\\{ (?=nodes|totalCount)(?=[^%]*$)", "{ pageInfo { hasNextPage endCursor } "),
                path);
        assertTrue(all.size() > 20, () -> document + all.size());
        String whole = document.replace(", %s", "").replace("(%s)", "");
        assertEquals(all, slugs(query(whole)));
        assertEquals(all.subList(0, 20), slugs(query(document.replace("%s", "first: 20"))));
        assertEquals(all, slugs(query(whole).queryParam("asOf", Instant.now().toString())));
    }

    @Test
    void readsListsOfFragmentsVariablesAndEdges() throws IOException {
        List<String> all = slugs(query("{ statements { nodes { slug } } }"));
        assertEquals(all, slugs(query("""
                query Whole($filter: StatementFilter, $with: Boolean!, $first: Int) { statements(filter: $filter, first: $first) {
                  edges { cursor node { ... on Statement { ...s } ... on Node { id } } } nodes @skip(if: $with) { slug } } }
                fragment s on Statement { slug summary @include(if: $with) }""").queryParam("variables",
                "{\"filter\": {\"between\": {\"to\": \"9999-01-01\", \"match\": \"OVERLAPS\"}}, \"with\": true}")));
        assertEquals(all.subList(0, 3),
                slugs(query("query($n: Int) { statements(first: $n) { nodes { slug } } }").queryParam("variables", "{\"n\": 3}")));
    }

    /** The rows can be an inner list; the outer one is read as a whole. */
    @Test
    void readsTheOuterListOfInnerRows() throws IOException {
        int expected = 0;
        JsonNode statements = JSON
                .readTree(query("{ statements(first: 100) { totalCount nodes { points { slug } } } }").get("/graphql").asString())
                .at("/data/statements");
        assertTrue(statements.get("totalCount").asInt() <= 100 && statements.get("totalCount").asInt() > 20);
        for (JsonNode statement : statements.get("nodes")) {
            expected += Math.max(1, statement.get("points").size());
        }
        assertEquals(expected, query("{ statements { nodes { title: summary points { slug } } } }").queryParam("rows", "statements.points")
                .queryParam("format", "jsonl").get("/graphql").then().statusCode(200).extract().asString().lines().count());
    }

    /** The maximum cost makes pages of about 20 items, so that the limit is checked on each page. */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 1, 0, -1, -40})
    void hasAtMostTheMaximum(int more) {
        String document = "{ statements { nodes { slug } } }";
        int total = total("statements");
        int most = total + more;
        GraphQlResponse response = engine.execute(new GraphQlRequest(document, null, Map.of(), true, Caller.ANONYMOUS, null, null,
                GraphQlRequest.ANY, null, false, wholeList(document, most, 50)));
        if (total <= most) {
            assertEquals(List.of(), response.errors());
            assertEquals(total, JSON.valueToTree(response.data()).at("/statements/nodes").size());
        } else {
            assertFalse(response.hasData());
            assertTrue(response.errors().get(0).get("message").toString().contains("more than " + most + " items"),
                    response.errors()::toString);
        }
    }

    private WholeList wholeList(String document, int most, long maxCost) {
        return new WholeList(engine.schema(), TableFormat.CSV, new TableSource(document, null, Map.of(), null), null, most, maxCost);
    }

    private GraphQlResponse execute(String document, Map<String, Object> variables) {
        GraphQlResponse response = engine.execute(new GraphQlRequest(document, null, variables, true, Caller.ANONYMOUS));
        assertEquals(List.of(), response.errors(), document);
        return response;
    }

    /** A query that may be sent is also a table. */
    @ParameterizedTest
    @ValueSource(strings = {"{ statements { nodes { slug } } }",
            "{ statements { totalCount nodes { slug points { slug } } } few: meetings(first: 3) { nodes { title } } }"})
    void nextPagesCostNoMoreAndSelectOnlyTheItems(String document) {
        GraphQlResponse first = execute(document, Map.of());
        WholeList list = wholeList(document, 10_000, first.cost());
        Continuation.Part part = list.next(first.data(), first.cost());
        int pages = 0;
        while (part != null) {
            pages++;
            assertFalse(pages > 1 && (part.document().contains("totalCount") || part.document().contains("title")), part.document());
            GraphQlResponse next = execute(part.document(), part.variables());
            assertTrue(next.cost() <= first.cost(), () -> next.cost() + " > " + first.cost());
            part = list.next(next.data(), next.cost());
        }
        assertTrue(pages > 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{ now: statements { nodes { slug } } then: actors(asOf: \"%s\") { nodes { slug } } }",
            "{ now: statements { totalCount edges { node { slug } } } then: actors(asOf: \"%s\", first: 2) { totalCount } }",
            "{ nodes(ids: [\"%i\"]) { ... on Actor { positions { nodes { slug } } } } }",
            "{ nodes(ids: [\"%i\", \"%i\"]) { ... on Actor { list: positions { pageInfo { endCursor } nodes { slug } } } ... on Issue { list: statements(first: 3) { nodes { slug } } } } }"})
    void listThatCannotBeContinuedIsRejectedIfItHasMore(String document) throws IOException {
        String sent = document.replace("%s", Instant.now().toString()).replace("%i", busiestActor());
        for (String format : List.of("csv", "jsonl")) {
            query(sent).queryParam("format", format).get("/graphql").then().statusCode(400).body("errors[0].message",
                    containsString("state `first`"));
        }
        for (String paged : List.of(
                sent.replace("statements {", "statements(first: 20) {").replace("positions {", "positions(first: 20) {"),
                sent.replace("statements {", "statements(filter: {speakers: [\"none\"]}) {").replace("positions {",
                        "positions(filter: {issues: [\"none\"]}) {"))) {
            query(paged).queryParam("format", "csv").get("/graphql").then().statusCode(200);
        }
    }

    /** Returns the id of the actor with the most positions. */
    private static String busiestActor() throws IOException {
        String id = null;
        int most = 20;
        for (JsonNode actor : JSON
                .readTree(query("{ actors(first: 100) { nodes { id positions { totalCount } } } }").get("/graphql").asString())
                .at("/data/actors/nodes")) {
            if (actor.at("/positions/totalCount").asInt() > most) {
                most = actor.at("/positions/totalCount").asInt();
                id = actor.get("id").asText();
            }
        }
        assertNotNull(id, "an actor with more than a page");
        return id;
    }

    @Test
    void readsListsOfFragmentsOnDifferentTypes() throws IOException {
        String id = busiestActor();
        List<String> all = pages("{ node(id: \"" + id + "\") { ... on Actor { positions(%s) { pageInfo { hasNextPage endCursor } nodes "
                + "{ slug } } } } }", "/node/positions");
        assertTrue(all.size() > 20);
        for (String type : List.of("positions", "statements")) {
            assertEquals(all, slugs(query("{ node(id: \"" + id + "\") { ... on Actor { list: positions { nodes { slug } } } "
                    + "... on Issue { list: " + type + " { nodes { slug } } } ... on Place { name } } }")));
        }
    }

    /** What is beside the items is as if the list were one page. */
    @Test
    void fieldsBesideTheItemsAreThoseOfTheWholeList() throws IOException {
        String row = query("{ statements { totalCount p: pageInfo { hasPreviousPage n: hasNextPage startCursor endCursor } "
                + "edges { cursor node { slug } } } }").queryParam("format", "jsonl").get("/graphql").then().statusCode(200).extract()
                .asString();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : row.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        assertEquals(total("statements"), lines.size());
        for (JsonNode line : lines) {
            assertEquals(lines.size(), line.get("statements.totalCount").asInt());
            assertFalse(line.get("statements.p.hasPreviousPage").asBoolean() || line.get("statements.p.n").asBoolean());
            assertEquals(lines.get(0).get("cursor"), line.get("statements.p.startCursor"));
            assertEquals(lines.get(lines.size() - 1).get("cursor"), line.get("statements.p.endCursor"));
        }
    }

    /** Variables may have more values than a document may have tokens. A null in them changes nothing. */
    @Test
    void variablesAreNotWrittenIntoTheDocument() {
        List<String> values = Collections.nCopies(20_000, "armenia");
        Map<String, Object> withNull = new HashMap<>(Map.of("speakers", values, "isReply", false, "forms", List.of("LETTER")));
        withNull.put("issues", null);
        withNull.put("or", List.of(new HashMap<>(withNull), Map.of("hasAddressee", true)));
        for (Map<String, Object> filter : List.of(Map.<String, Object> of("speakers", values), withNull)) {
            WholeList list = new WholeList(engine.schema(), TableFormat.CSV,
                    new TableSource("query($f: StatementFilter) { statements(filter: $f) { nodes { slug } } }", null, Map.of("f", filter),
                            null),
                    null, 10_000, 100_000);
            Continuation.Part part = list.next(Map.of("statements", Map.of("nodes", Collections.nCopies(20, Map.of("slug", "x")))), 100);
            assertTrue(part.document().length() < 500, part.document());
            assertEquals(List.of(filter), List.copyOf(part.variables().values()));
        }
    }

    @Test
    void readsAllPagesWithNullInVariables() throws IOException {
        assertEquals(slugs(query("{ statements { nodes { slug } } }")),
                slugs(query("query($f: StatementFilter) { statements(filter: $f) { nodes { slug issues { slug } } } }").queryParam(
                        "variables",
                        "{\"f\": {\"issues\": null, \"or\": [{\"hasAddressee\": true}, {\"hasAddressee\": false, \"text\": null}]}}")));
    }

    private static int total(String list) {
        return query("{ " + list + " { totalCount } }").get("/graphql").then().extract().path("data." + list + ".totalCount");
    }
}
