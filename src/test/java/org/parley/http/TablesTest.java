package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.dataset.ReloadsDataSet;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;
import org.parley.graphql.GoldenFile;
import org.parley.paging.PageRequest;
import org.parley.table.CsvGuard;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Responses as CSV, JSON Lines and GraphML, and permanent links to them. */
@QuarkusTest
@ReloadsDataSet
class TablesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMES = "{ actors(first: 100) { nodes { slug name } } }";
    private static final String MUTATION = "mutation($input: ActorInput!) { recordActor(input: $input) { revision } }";
    private static final Map<String, ?> INPUT = Map.of("input",
            Map.of("slug", "rita", "name", "Rita", "kind", "PERSON", "attestations", List.of()));

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    private static Response get(String document, String format) {
        return given().queryParam("query", document).queryParam("format", format).get("/graphql");
    }

    /** Returns the rows of CSV, without its header, by column. */
    private static List<Map<String, String>> csv(Response response) throws IOException {
        String text = response.then().statusCode(200).header("Content-Type", "text/csv; charset=utf-8; header=present").extract()
                .asString();
        List<String[]> lines = new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY).<String[]> readValues(text)
                .readAll();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            assertEquals(lines.get(0).length, line.length, text);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.length; i++) {
                row.put(lines.get(0)[i], CsvGuard.unguard(line[i]));
            }
            assertEquals(line.length, row.size(), "columns with different names in " + String.join(",", lines.get(0)));
            rows.add(row);
        }
        return rows;
    }

    private static List<JsonNode> lines(Response response) throws IOException {
        String text = response.then().statusCode(200).header("Content-Type", "application/jsonl; charset=utf-8").extract().asString();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    /** Returns the text of a cell for a value of JSON Lines. */
    private static String cell(JsonNode value) {
        return cell(value, "; ");
    }

    private static String cell(JsonNode value, String separator) {
        if (value.isArray()) {
            return String.join(separator, StreamSupport.stream(value.spliterator(), false).map(item -> cell(item, ", ")).toList());
        }
        return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }

    /** Adds all lists of objects in an answer, each with whether it is inside another one. */
    private static void lists(JsonNode value, boolean inside, Map<JsonNode, Boolean> found) {
        if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            found.put(value, inside);
        }
        value.forEach(child -> lists(child, inside || value.isArray(), found));
    }

    /** Adds the values of an object by column, without those in lists. */
    private static void values(JsonNode object, String prefix, Map<String, JsonNode> values) {
        object.fields().forEachRemaining(field -> {
            String name = prefix + (field.getKey().equals("node") ? "" : field.getKey());
            if (field.getValue().isObject()) {
                values(field.getValue(), name.isEmpty() || name.endsWith(".") ? name : name + ".", values);
            } else if (!field.getValue().isArray()) {
                values.put(name, field.getValue());
            }
        });
    }

    @Test
    void everyGoldenQueryIsATableOfItsLongestList() throws IOException {
        int compared = 0;
        for (GoldenFile golden : GoldenFile.in(Path.of("src/test/resources/golden"))) {
            JsonNode answer = JSON.readTree(given().queryParam("query", golden.document()).get("/graphql").asString());
            if (answer.has("errors") || golden.document().contains("__schema") || golden.document().contains("__type(")) {
                assertTrue(!answer.has("errors") || get(golden.document(), "csv").statusCode() >= 400, golden::toString);
                continue;
            }
            List<Map<String, String>> cells = csv(get(golden.document(), "csv"));
            List<JsonNode> rows = lines(get(golden.document(), "jsonl"));
            assertEquals(rows.size(), cells.size(), golden::toString);
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> ofRow = new LinkedHashMap<>();
                rows.get(i).fields().forEachRemaining(field -> ofRow.put(field.getKey(), cell(field.getValue())));
                assertEquals(ofRow, cells.get(i), golden.toString());
            }
            compared += assertRows(golden, answer.get("data"), rows);
        }
        assertTrue(compared > 15, compared + " golden queries have one longest list, in no other list");
    }

    /** Compares the rows with the longest list, if only one has this length and it is in no other list. Returns 1 if it was. */
    private static int assertRows(GoldenFile golden, JsonNode data, List<JsonNode> rows) throws IOException {
        Map<JsonNode, Boolean> lists = new LinkedHashMap<>();
        lists(data, false, lists);
        int length = lists.keySet().stream().mapToInt(JsonNode::size).max().orElse(0);
        List<JsonNode> longest = lists.keySet().stream().filter(list -> list.size() == length).toList();
        if (longest.size() != 1 || lists.get(longest.get(0))) {
            return 0;
        }
        assertEquals(length == PageRequest.DEFAULT_SIZE ? total(golden, longest.get(0)) : length, rows.size(), golden::toString);
        for (int i = 0; i < length; i++) {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            values(longest.get(0).get(i), "", values);
            for (Map.Entry<String, JsonNode> value : values.entrySet()) {
                if (!value.getValue().isNull() && rows.get(i).has(value.getKey())) {
                    assertEquals(value.getValue(), rows.get(i).get(value.getKey()), golden + " " + value.getKey());
                } else {
                    assertTrue(value.getValue().isNull(), golden + " lacks " + value.getKey() + " in " + rows.get(i));
                }
            }
        }
        return 1;
    }

    /** Returns `totalCount` of the connection of these items if the query states no page size, else their number. */
    private static int total(GoldenFile golden, JsonNode items) throws IOException {
        String document = golden.document().replaceAll("\\b(nodes|edges)(?=\\s*\\{)", "rowsOfAll: totalCount $1");
        for (JsonNode connection : JSON.readTree(given().queryParam("query", document).get("/graphql").asString())
                .findParents("rowsOfAll")) {
            if (items.equals(connection.get("nodes")) || items.equals(connection.get("edges"))) {
                return golden.document().contains("first: " + items.size()) ? items.size() : connection.get("rowsOfAll").asInt();
            }
        }
        return items.size();
    }

    @Test
    void columnsAreTypedAndStayWithoutRows() throws IOException {
        String document = """
                query Talks($slugs: [String!]) { actor(slug: "russia") { name } meetings(filter: {slugs: $slugs}) { totalCount nodes {
                  title date { edtf earliest latest inferred } places { name } ordinal } } }""".replace("(filter: {slugs: $slugs})",
                "(filter: {tracks: $slugs})");
        Response none = given().queryParam("query", document).queryParam("variables", "{\"slugs\":[\"no-such-track\"]}").accept("text/csv")
                .get("/graphql");
        none.then().header("Content-Disposition", "attachment; filename=\"Talks.csv\"").body(
                equalTo("actor.name,meetings.totalCount,title,date.edtf,date.earliest,date.latest,date.inferred,places.name,ordinal\r\n"));
        JsonNode row = lines(given().queryParam("query", document).accept("application/jsonl").get("/graphql")).get(0);
        assertTrue(row.get("meetings.totalCount").isInt() && row.get("date.inferred").isBoolean() && row.get("places.name").isArray(),
                row.toString());
        assertTrue(row.get("date.earliest").asText().matches("\\d{4}-\\d\\d-\\d\\d"), row.toString());
    }

    @Test
    void anotherListBecomesTheRows() throws IOException {
        String document = "{ meetings(first: 10) { nodes { slug places { slug } participations { role actor { slug } } } } }";
        JsonNode meetings = JSON.readTree(get(document, "json").asString()).at("/data/meetings/nodes");
        List<String> expected = new ArrayList<>();
        meetings.forEach(meeting -> meeting.get("participations").forEach(item -> expected
                .add(meeting.get("slug").asText() + " " + item.at("/actor/slug").asText() + " " + item.get("role").asText())));
        List<Map<String, String>> rows = csv(
                given().queryParam("query", document).queryParam("rows", "meetings.participations").accept("text/csv").get("/graphql"));
        assertEquals(expected,
                rows.stream().map(row -> row.get("meetings.slug") + " " + row.get("actor.slug") + " " + row.get("role")).toList());
        given().queryParam("query", document).queryParam("rows", "meetings.hosts").accept("text/csv").get("/graphql").then().statusCode(400)
                .body("errors[0].message", equalTo(
                        "rows: no list of objects 'meetings.hosts'; send one of meetings, meetings.places, " + "meetings.participations"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "meetings | { meetings(first: 50) { nodes { slug participations { role actor { slug aliases offices { title } } } } } }",
            "meetings | { meetings(first: 20) { edges { node { places { name aliases } statements(first: 3) { totalCount edges { node { slug "
                    + "speakers: attestations { source { slug actors: authors { slug aliases } } } } } } } } } }",
            "actors | { actors(first: 100) { nodes { slug offices { title of { slug aliases offices { title } } period { from { edtf } } } } } }"})
    void listInAListHasOneElementForEachItem(String rows, String document) throws IOException {
        JsonNode items = JSON.readTree(get(document, "json").asString()).at("/data/" + rows);
        Response table = given().queryParam("query", document).queryParam("format", "jsonl").queryParam("rows", rows).get("/graphql");
        List<Map<String, String>> cells = csv(
                given().queryParam("query", document).queryParam("format", "csv").queryParam("rows", rows).get("/graphql"));
        Set<Integer> lengths = new HashSet<>();
        List<JsonNode> lines = lines(table);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode item = unwrapped(items).get(i);
            for (Map.Entry<String, JsonNode> cell : lines.get(i).properties()) {
                assertEquals(at(item, List.of(cell.getKey().split("\\."))), cell.getValue(), cell.getKey());
                assertEquals(cell(cell.getValue()), cells.get(i).get(cell.getKey()));
                cell.getValue().forEach(element -> lengths.add(element.isArray() ? element.size() : -1));
            }
        }
        assertTrue(lengths.contains(0) && lengths.stream().anyMatch(length -> length > 1), "lists in lists have the lengths " + lengths);
    }

    /** Returns the items of a connection; another value unchanged. */
    private static JsonNode unwrapped(JsonNode value) {
        for (String part : List.of("nodes", "edges", "node")) {
            if (value.has(part)) {
                return unwrapped(value.get(part));
            }
        }
        return value;
    }

    private static JsonNode at(JsonNode value, List<String> path) {
        if (value.isArray() && !path.isEmpty()) {
            return JSON.createArrayNode().addAll(StreamSupport.stream(value.spliterator(), false).map(item -> at(item, path)).toList());
        }
        JsonNode plain = path.isEmpty() || value.has(path.get(0)) ? value : unwrapped(value);
        if (plain != value) {
            return at(plain, path);
        }
        return path.isEmpty() || value.isNull() ? value : at(value.get(path.get(0)), path.subList(1, path.size()));
    }

    @Test
    void anItemWithoutItemsKeepsItsRow() throws IOException {
        String document = "{ actors(first: 100) { nodes { slug offices { title } } } }";
        Set<String> all = new TreeSet<>();
        JSON.readTree(get(document, "json").asString()).at("/data/actors/nodes").forEach(actor -> all.add(actor.get("slug").asText()));
        Set<String> found = new TreeSet<>();
        csv(given().queryParam("query", document).queryParam("rows", "actors.offices").accept("text/csv").get("/graphql"))
                .forEach(row -> found.add(row.get("actors.slug")));
        assertEquals(all, found);
    }

    @Test
    void blankCellsAreCells() {
        get("{ actors(first: 100) { nodes { partOf { name } } } }", "csv").then().body(containsString("\r\n\"\"\r\n"));
        get("{ actors(first: 100) { nodes { slug partOf { name } } } }", "csv").then().body(containsString("\r\narmenia,\r\n"));
    }

    @Test
    void formulasAreNotRun() throws IOException {
        loader.load(new SeedCopy(folder).replace("name: Charles Michel", "name: '=HYPERLINK(\"https://example.org\")'").folder());
        String text = get(NAMES, "csv").asString();
        assertTrue(text.contains("charles-michel,\"'=HYPERLINK(\"\"https://example.org\"\")\"\r\n"), text);
        assertTrue(get(NAMES, "jsonl").asString().contains("\"name\":\"=HYPERLINK(\\\"https://example.org\\\")\""));
    }

    @Test
    void dyadsAreAGraph() throws Exception {
        String document = "{ encounters(first: 100) { nodes { meetings actor { slug name } counterpart { slug name } } } }";
        JsonNode pairs = JSON.readTree(get(document, "json").asString()).at("/data/encounters/nodes");
        Response response = get(document, "graphml");
        response.then().statusCode(200).header("Content-Type", "application/graphml+xml; charset=utf-8").header("Content-Disposition",
                "attachment; filename=\"parley.graphml\"");
        Document graph = graph(response);
        Set<String> expected = new TreeSet<>();
        Set<String> actors = new HashSet<>();
        for (JsonNode pair : pairs) {
            expected.add(pair.at("/actor/slug").asText() + " " + pair.at("/counterpart/slug").asText() + " " + pair.get("meetings"));
            pair.findValuesAsText("slug").forEach(actors::add);
        }
        Set<String> edges = new TreeSet<>();
        for (Element edge : elements(graph, "edge")) {
            edges.add(edge.getAttribute("source") + " " + edge.getAttribute("target") + " " + edge.getTextContent());
        }
        assertFalse(edges.isEmpty());
        assertEquals(expected, edges);
        Set<String> nodes = new HashSet<>();
        elements(graph, "node").forEach(node -> assertTrue(nodes.add(node.getAttribute("id"))));
        assertEquals(actors, nodes);
        assertEquals("undirected", elements(graph, "graph").get(0).getAttribute("edgedefault"));
        assertEquals("int", elements(graph, "key").get(0).getAttribute("attr.type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor { slug } counterpart { slug name }", "actor { slug name } counterpart { slug }",
            "actor { id slug } counterpart { id name }", "counterpart { name slug id } actor { slug }"})
    void nodeHasTheAttributesOfAllItsRows(String actors) throws Exception {
        String document = "{ encounters(first: 100) { nodes { " + actors + " } } }";
        String key = actors.contains("counterpart { id") ? "id" : "slug";
        Map<String, String> names = new TreeMap<>();
        for (JsonNode pair : JSON.readTree(get(document, "json").asString()).at("/data/encounters/nodes")) {
            pair.forEach(actor -> names.merge(actor.get(key).asText(), actor.path("name").asText(),
                    (one, other) -> one.isEmpty() ? other : one));
        }
        Document graph = graph(get(document, "graphml"));
        String name = elements(graph, "key").stream().filter(each -> each.getAttribute("attr.name").equals("name")).findFirst()
                .orElseThrow().getAttribute("id");
        Map<String, String> written = new TreeMap<>();
        for (Element node : elements(graph, "node")) {
            NodeList data = node.getElementsByTagName("data");
            String text = "";
            for (int i = 0; i < data.getLength(); i++) {
                text += ((Element) data.item(i)).getAttribute("key").equals(name) ? data.item(i).getTextContent() : "";
            }
            assertNull(written.put(node.getAttribute("id"), text));
        }
        assertEquals(names, written);
        assertTrue(names.values().stream().anyMatch(each -> !each.isEmpty()));
    }

    @Test
    void bothActorsOfAGraphHaveTheSameKey() {
        get("{ encounters { nodes { actor { slug } counterpart { id } } } }", "graphml").then().statusCode(400).body("errors[0].message",
                equalTo("GraphML needs the same key of both actors; select slug, or id, in actor and in counterpart"));
    }

    private static Document graph(Response response) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(response.asByteArray()));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("http://graphml.graphdrawing.org/xmlns", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{ nothing } | csv | 400 | GRAPHQL_VALIDATION_FAILED", "{ | jsonl | 400 | GRAPHQL_PARSE_FAILED",
            "{ actors(first: 0) { nodes { slug } } } | csv | 400 | BAD_USER_INPUT",
            "{ actors { nodes { slug } } } | graphml | 400 | BAD_USER_INPUT",
            "{ encounters { nodes { actor { name } counterpart { name } } } } | graphml | 400 | BAD_USER_INPUT",
            "{ actors { nodes { slug } } } | xlsx | 400 | BAD_USER_INPUT"})
    void errorsAreJson(String document, String format, int status, String code) {
        get(document, format).then().statusCode(status).header("Content-Type", "application/json; charset=utf-8")
                .header("Content-Disposition", equalTo(null)).body("errors[0].extensions.code", equalTo(code));
    }

    @Test
    void mutationsAreNoTables() {
        given().contentType("application/json").accept("text/csv").body(Map.of("query", MUTATION, "variables", INPUT)).post("/graphql")
                .then().statusCode(405).body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @Test
    void citedResponseStaysTheSame() {
        for (String format : List.of("csv", "jsonl", "json")) {
            Response first = given().queryParam("query", NAMES).queryParam("format", format)
                    .queryParam("extensions", "{\"permalink\": true}").get("/graphql");
            String link = format.equals("json") ? first.jsonPath().getString("extensions.permalink.url")
                    : first.header("Link").replaceAll("^<|>; rel=\"cite-as\"$", "");
            String before = format.equals("json") ? get(NAMES, format).asString() : first.asString();
            loader.load(new SeedCopy(folder.resolve(format)).replace("name: Charles Michel", "name: Ch. Michel").folder());
            assertNotEquals(before, get(NAMES, format).asString());
            Response again = given().urlEncodingEnabled(false).get("/graphql" + link);
            assertEquals(before, again.then().statusCode(200).extract().asString());
            assertFalse(format.equals("csv") && !again.header("ETag").equals(first.header("ETag")));
            loader.load(SeedCopy.DATA_SET);
        }
    }

    @Test
    void permalinkNamesTheRevisionTheMomentAndTheDocument() {
        String document = "query Named($n: Int) { actors(first: $n) { nodes { slug } } }";
        Response response = given().contentType("application/json")
                .body(Map.of("query", document, "variables", Map.of("n", 2), "extensions", Map.of("permalink", true))).post("/graphql");
        response.then().body("extensions.permalink.revision", equalTo(response.header("Parley-Revision")))
                .body("extensions.permalink.documentHash", equalTo(PersistedQueries.hash(document)))
                .body("extensions.permalink.url", containsString("&variables=%7B%22n%22%3A2%7D&asOf=20"));
        given().contentType("application/json").body(Map.of("query", document)).post("/graphql").then().body("extensions", equalTo(null));
    }

    @Test
    void everyLinkWorks() {
        for (int length : List.of(3_000, 3_800, 3_850, 3_900, 3_950, 4_000, 9_000)) {
            String padded = NAMES.replace(" ", "") + "#" + "x".repeat(length);
            for (String format : List.of("csv", "graphml", "json")) {
                String document = format.equals("graphml")
                        ? padded.replace("actors(first:100){nodes{slugname}}", "encounters{nodes{actor{slug},counterpart{slug}}}")
                        : padded.replace("slugname", "slug,name");
                Response response = given().contentType("application/json").queryParam("format", format)
                        .body(Map.of("query", document, "extensions", Map.of("permalink", true))).post("/graphql");
                String link = format.equals("json")
                        ? response.then().body("extensions.permalink.asOf", startsWith("20")).extract().path("extensions.permalink.url")
                        : response.then().statusCode(200).extract().header("Link");
                assertTrue(link == null ? length > 3_800 : length < 4_000, format + length);
                if (link != null) {
                    given().urlEncodingEnabled(false).get("/graphql" + link.replaceAll("^<|>; rel=\"cite-as\"$", "")).then()
                            .statusCode(200);
                }
            }
        }
    }

    @Test
    void tableStatesTheNumberOfItsWarnings() {
        String document = "{ a: meetings(filter: {tracks: [\"no-track\", \"none\"]}) { nodes { slug } } encounters(filter: {participants: [\"nobody\"]}) "
                + "{ nodes { actor { slug } counterpart { slug } } } }";
        int warnings = get(document, "json").jsonPath().getList("extensions.warnings").size();
        assertTrue(warnings > 1);
        for (String format : List.of("csv", "jsonl", "graphml")) {
            get(document, format).then().statusCode(200).header("Parley-Warnings", String.valueOf(warnings));
        }
        get(NAMES, "csv").then().header("Parley-Warnings", equalTo(null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"yesterday | The parameter asOf must be", "2023-01-01T00:00:00 | The parameter asOf must be",
            "9000-01-01T00:00:00Z | asOf: 9000-01-01T00:00:00Z is in the future"})
    void momentMustBeInThePast(String moment, String message) {
        given().queryParam("query", NAMES).queryParam("asOf", moment).queryParam("format", "csv").get("/graphql").then().statusCode(400)
                .body("errors[0].message", startsWith(message));
    }

    @Test
    void unchangedTableIsNotModified() {
        Response first = get(NAMES, "csv");
        first.then().header("Vary", containsString("accept")).header("Cache-Control", "no-cache");
        given().queryParam("query", NAMES).queryParam("format", "csv").header("If-None-Match", first.header("ETag")).get("/graphql").then()
                .statusCode(304).body(equalTo(""));
        assertEquals(first.asString(), new String(
                RestAssured.given().queryParam("query", NAMES).accept("text/csv").get("/graphql").asByteArray(), StandardCharsets.UTF_8));
    }
}
