package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.graphql.Caller;
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

    @ParameterizedTest
    @ValueSource(ints = {100, 79, 30, 20})
    void hasAtMostTheMaximum(int most) {
        String document = "{ statements { nodes { slug } } }";
        TableSource source = new TableSource(document, null, Map.of(), null);
        GraphQlResponse response = engine.execute(new GraphQlRequest(document, null, Map.of(), true, Caller.ANONYMOUS, null, null,
                GraphQlRequest.ANY, null, false, new WholeList(engine.schema(), TableFormat.CSV, source, null, most, 1)));
        int total = total("statements");
        if (total <= most) {
            assertEquals(List.of(), response.errors());
            assertEquals(total, JSON.valueToTree(response.data()).at("/statements/nodes").size(), "of pages of 20");
        } else {
            assertFalse(response.hasData());
            assertTrue(response.errors().get(0).get("message").toString().contains("more than " + most + " rows"),
                    response.errors()::toString);
        }
    }

    private static int total(String list) {
        return query("{ " + list + " { totalCount } }").get("/graphql").then().extract().path("data." + list + ".totalCount");
    }
}
