package org.parley.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.ShippedDataSet;
import org.parley.record.Kind;

/** What the explorer serves to readers without scripts and to programs. */
@QuarkusTest
@TestProfile(ShippedDataSet.class)
class RecordPagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern JSON_LD = Pattern.compile("<script type=\"application/ld\\+json\">([^<]*)</script>");
    private static final Pattern LINK = Pattern.compile("<a href=\"([a-z]+/[^\"]+)\"");
    private static final Set<String> TYPES = Set.of("Event", "Person", "Country", "Organization", "Place", "CreativeWork", "Claim",
            "DefinedTerm", "Observation", "EventSeries");

    @Inject
    SitemapReader sitemap;

    private static String root() {
        return RestAssured.baseURI + ":" + RestAssured.port + "/";
    }

    private static List<String> addresses() {
        return XmlPath.from(RestAssured.get("/sitemap.xml").asString()).getList("urlset.url.loc", String.class);
    }

    private static JsonNode jsonLd(Response page) throws IOException {
        Matcher found = JSON_LD.matcher(page.asString());
        assertTrue(found.find(), page.asString());
        return JSON.readTree(found.group(1));
    }

    @Test
    void everyRecordIsListedAndReadable() throws IOException {
        List<String> addresses = addresses();
        int records = given().contentType("application/json").body(Map.of("query", "{ dataset { counts { type count } } }"))
                .post("/graphql").path("data.dataset.counts.count.sum()");
        assertEquals(records, addresses.size());
        assertEquals(new HashSet<>(addresses).size(), addresses.size());
        Set<String> links = new HashSet<>();
        Set<String> types = new HashSet<>();
        List<String> uncited = new ArrayList<>();
        for (String address : addresses) {
            Response page = RestAssured.given().urlEncodingEnabled(false).get(address);
            assertEquals(200, page.statusCode(), address);
            String text = page.asString();
            assertTrue(text.contains("<link rel=\"canonical\" href=\"" + address + "\">"), () -> address + " is not canonical");
            JsonNode ld = jsonLd(page);
            assertEquals(address, ld.get("url").asText());
            types.add(ld.at("/mainEntity/@type").asText());
            if (!ld.has("citation") && !address.matches(".*/(source|place)/.*")) {
                uncited.add(address);
            }
            for (Matcher link = LINK.matcher(text); link.find();) {
                links.add(root() + link.group(1));
            }
        }
        assertEquals(List.of(), uncited);
        links.removeAll(addresses);
        assertEquals(Set.of(), links, "every link leads to a record");
        assertEquals(Set.of(), types.stream().filter(type -> !TYPES.contains(type)).collect(Collectors.toSet()));
    }

    @Test
    void aMeetingHasItsEssentials() throws IOException {
        Response page = RestAssured.get("/meeting/brussels-2023-07-15");
        page.then().contentType("text/html").header("Cache-Control", "no-cache").header("Parley-Revision", notNullValue())
                .body(containsString("Charles Michel")).body(containsString("15 July 2023")).body(containsString("host"))
                .body(containsString("href=\"source/")).body(containsString("paragraph"))
                .body(containsString("<meta property=\"og:title\" content=\"")).body(not(containsString("noindex")));
        JsonNode ld = jsonLd(page);
        assertEquals("Event", ld.at("/mainEntity/@type").asText());
        assertEquals("2023-07-15", ld.at("/mainEntity/startDate").asText());
        assertEquals("Place", ld.at("/mainEntity/location/0/@type").asText());
        assertEquals("Person", ld.at("/mainEntity/organizer/0/@type").asText());
        assertTrue(ld.at("/citation/0/pagination").asText().contains("paragraph"), ld.toString());
        given().header("If-None-Match", page.header("ETag")).get("/meeting/brussels-2023-07-15").then().statusCode(304).body(emptyString());
        RestAssured.head("/meeting/brussels-2023-07-15").then().statusCode(200).header("ETag", page.header("ETag")).body(emptyString());
        given().post("/meeting/brussels-2023-07-15").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @ParameterizedTest
    @CsvSource({"/meeting/brussels-2023-07-16, place/brussels", "/actor/charles-mitchel, actor/charles-michel", "/position/nothing, search",
            "/position/TWVldGluZzpicnVzc2Vscy0yMDIzLTA3LTE1, search", "/position/%E2%98%83, search", "/place/%3Cscript%3E, search"})
    void anUnknownNameIsNotFoundAndSimilarOnesAreOffered(String path, String similar) {
        Response page = RestAssured.given().urlEncodingEnabled(false).get(path);
        page.then().contentType("text/html").header("Cache-Control", "no-store").body(not(containsString("<script>")));
        assertEquals(404, page.statusCode());
        if (!similar.equals("search")) {
            page.then().body(containsString("href=\"" + similar + "\""));
        }
    }

    /** What a source alleges and what the data set infers is marked wherever it is stated. */
    @Test
    void allegationsAndInferencesAreMarked() throws IOException {
        Response event = RestAssured.get("/event/alleged-lachin-road-blocking");
        event.then().body(containsString("<p class=\"kind\">alleged event")).body(containsString("content=\"Alleged event, "))
                .body(containsString("<h1>Alleged blocking of the Lachin road (alleged)</h1>"));
        JsonNode ld = jsonLd(event).get("mainEntity");
        assertEquals("Claim", ld.get("@type").asText());
        assertFalse(ld.has("startDate") || ld.has("location"), ld.toString());
        RestAssured.get("/event/alleged-lachin-road-blocking?embed").then().body(containsString("alleged event"));
        given().queryParam("url", root() + "event/alleged-lachin-road-blocking").get("/oembed").then().body("title",
                equalTo("Alleged blocking of the Lachin road (alleged)"));
        RestAssured.get("/place/lachin").then().body(containsString("Alleged blocking of the Lachin road (alleged)</a>"));
        Response inferred = RestAssured.get("/meeting/brussels-2023-05");
        inferred.then().body(containsString("Brussels</a> (inferred)"));
        assertFalse(jsonLd(inferred).get("mainEntity").has("location"));
        RestAssured.get("/meeting/brussels-2023-07-15").then().body(not(containsString("Brussels</a> (inferred)")));
        RestAssured.get("/actor/osce").then().body(containsString("OSCE"));
    }

    @Test
    void anEarlierStateIsNotForSearchEngines() {
        String now = XmlPath.from(RestAssured.get("/changes.atom").asString()).getString("feed.updated");
        given().queryParam("asOf", now).get("/meeting/brussels-2023-07-15").then().statusCode(200).body(containsString("noindex"))
                .body(not(containsString("canonical"))).body(not(containsString("ld+json"))).body(not(containsString("json+oembed")))
                .body(containsString("href=\"actor/charles-michel?asOf=" + URLEncoder.encode(now, StandardCharsets.UTF_8) + "\""));
        given().queryParam("asOf", "1999-01-01T00:00:00Z").get("/meeting/brussels-2023-07-15").then().statusCode(404);
        given().queryParam("asOf", "soon").get("/meeting/brussels-2023-07-15").then().statusCode(400)
                .body(containsString("must be a moment"));
    }

    @Test
    void theFeedIsValid() {
        Response answer = RestAssured.get("/changes.atom");
        answer.then().statusCode(200).contentType("application/atom+xml").body("feed.entry.size()", greaterThan(10)).body("feed.id",
                equalTo(root() + "changes.atom"));
        XmlPath feed = XmlPath.from(answer.asString());
        List<String> ids = feed.getList("feed.entry.id", String.class);
        assertTrue(ids.stream().allMatch(id -> id.matches("urn:parley:change:.+")), ids.toString());
        assertEquals(new HashSet<>(ids).size(), ids.size());
        for (String field : List.of("id", "title", "updated", "author.name", "link.@href", "summary")) {
            assertEquals(ids.size(), feed.getList("feed.entry." + field).size(), field);
        }
        List<OffsetDateTime> times = feed.getList("feed.entry.updated", String.class).stream().map(OffsetDateTime::parse).toList();
        assertEquals(times.stream().sorted(java.util.Comparator.reverseOrder()).toList(), times, "newest first");
        assertEquals(times.get(0), OffsetDateTime.parse(feed.getString("feed.updated")));
        given().header("If-None-Match", answer.header("ETag")).get("/changes.atom").then().statusCode(304);
        RestAssured.get("/meeting/brussels-2023-07-15").then()
                .body(containsString("type=\"application/atom+xml\" href=\"" + root() + "changes.atom\""));
    }

    @Test
    void aRecordCanBeEmbedded() throws IOException {
        Response page = RestAssured.get("/meeting/brussels-2023-07-15");
        Matcher link = Pattern.compile("application/json\\+oembed\" href=\"([^\"]+)\"").matcher(page.asString());
        assertTrue(link.find());
        Response described = RestAssured.given().urlEncodingEnabled(false).get(link.group(1).replace("&amp;", "&"));
        described.then().statusCode(200).contentType("application/json").body("version", equalTo("1.0")).body("type", equalTo("rich"))
                .body("width", equalTo(600))
                .body("html", containsString("<iframe src=\"" + root() + "meeting/brussels-2023-07-15?embed\""));
        RestAssured.get("/meeting/brussels-2023-07-15?embed").then().statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .header("Content-Security-Policy", not(containsString("script-src"))).body(not(containsString("<script")))
                .body(containsString("Charles Michel"));
        given().queryParam("url", root() + "meeting/brussels-2023-07-15").queryParam("maxwidth", 320).queryParam("format", "json")
                .get("/oembed").then().statusCode(200).body("width", equalTo(320));
        given().queryParam("url", root() + "meeting/brussels-2023-07-15").queryParam("format", "xml").get("/oembed").then().statusCode(501);
        for (String foreign : List.of("https://example.org/meeting/brussels-2023-07-15", root() + "meeting/never", root() + "timeline",
                root(), "")) {
            given().queryParam("url", foreign).get("/oembed").then().statusCode(404);
        }
        RestAssured.get("/oembed").then().statusCode(400);
    }

    /** A failure in a frame of another site is shown there. */
    @ParameterizedTest
    @CsvSource({"/meeting/never?embed, 404", "/meeting/brussels-2023-07-15?embed&asOf=soon, 400"})
    void aFrameShowsWhatIsWrong(String path, int status) {
        RestAssured.get(path).then().statusCode(status).header("Content-Security-Policy", containsString("frame-ancestors *"))
                .body(containsString("class=\"embedded\"")).body(not(containsString("<script")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/timeline", "/robots.txt", "/sitemap.xml", "/sitemap-1.xml", "/changes.atom", "/schema/meetings.json",
            "/meeting/brussels-2023-07-15", "/meeting/never", "/meeting/brussels-2023-07-15?embed", "/position/nothing", "/oembed"})
    void headIsGetWithoutTheBody(String path) {
        assertEquals(RestAssured.get(path).statusCode(), RestAssured.head(path).then().body(emptyString()).extract().statusCode());
    }

    /** A list of several files: together they have every record once. */
    @Test
    void aLongSitemapHasSeveralFiles() {
        SitemapReader.Listing list = sitemap.read(GraphQlRequest.ANY, bytes -> {
        }, 0, 7);
        assertEquals(List.of(), list.rows());
        Set<String> found = new HashSet<>();
        for (int number = 1; number <= list.files(); number++) {
            sitemap.read(GraphQlRequest.ANY, bytes -> {
            }, number, 7).rows().forEach(row -> assertTrue(found.add(root() + SitemapReader.address(row))));
        }
        assertEquals(new HashSet<>(addresses()), found);
        assertEquals((found.size() + 6) / 7, list.files());
        given().queryParam("asOf", "2023-01-01T00:00:00Z").get("/sitemap.xml").then().statusCode(400);
        int unknown = given().header("Parley-Min-Revision", "99999999").get("/changes.atom").statusCode();
        given().header("Parley-Min-Revision", "99999999").get("/sitemap.xml").then().statusCode(unknown).statusCode(greaterThan(399));
    }

    @Test
    void robotsFindTheSitemap() {
        RestAssured.get("/robots.txt").then().statusCode(200).body(containsString("Sitemap: " + root() + "sitemap.xml"));
        RestAssured.get("/sitemap-1.xml").then().statusCode(200).body("urlset.url.size()", greaterThan(100));
        RestAssured.get("/sitemap-2.xml").then().statusCode(404);
        RestAssured.get("/sitemap-0.xml").then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource
    void theSchemasOfFormsAreTheCommittedOnes(Kind kind) throws IOException {
        String name = kind.folder() + ".json";
        assertEquals(Files.readString(Path.of("seeds/schema", name)), RestAssured.get("/schema/" + name).asString());
    }

    @Test
    void signingInIsNotOfferedUnlessItIsConfigured() {
        String page = RestAssured.get("/").asString();
        assertFalse(page.contains("data-issuer") || page.contains("data-client"), page);
        RestAssured.get("/").then().header("Content-Security-Policy", containsString("connect-src 'self';"));
    }
}
