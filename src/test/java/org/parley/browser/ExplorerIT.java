package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** The explorer: what a visitor does in each view, and that each is accessible. */
@BrowserTest
class ExplorerIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Site site;
    private BrowserContext visitor;
    private Page page;
    private Traffic traffic;

    @BeforeEach
    void open(Site site) {
        this.site = site;
        open(new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    private void open(Browser.NewContextOptions options) {
        visitor = site.visitor(options);
        page = visitor.newPage();
        traffic = new Traffic(page);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    private void visit(String path) {
        site.visit(page, path);
    }

    private Locator main(String selector) {
        return page.locator("main " + selector);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
    }

    @Test
    void aCellOfTheOverviewOpensItsMeetings() {
        visit("/");
        assertThat(main(".matrix tbody tr")).hasCount(2);
        main(".matrix tbody tr").filter(new Locator.FilterOptions().setHasText("Vladimir Putin")).locator("button").first().click();
        assertThat(main(".rows li")).hasText(new Pattern[]{Pattern.compile("9 January 2021"), Pattern.compile("late May 2023")});
        assertTrue(page.url().contains("mediator=vladimir-putin"), page.url());
        page.reload();
        assertThat(main(".rows li")).hasCount(2);
        page.locator("select[name=by]").selectOption("PRINCIPAL");
        assertThat(main(".matrix tbody th").first()).hasText("European Union");
        traffic.assertClean();
    }

    @Test
    void searchFindsWhileTyping() {
        visit("/timeline");
        Locator field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search"));
        field.pressSequentially("lachin ro");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Lachin road");
        field.press("ArrowDown");
        assertThat(field).hasAttribute("aria-activedescendant", "found-0");
        field.press("Enter");
        assertThat(main("h1")).hasText("Lachin road");
        field.fill("khankendi");
        field.press("Enter");
        assertThat(main(".results li").filter(new Locator.FilterOptions().setHasText("Rally in Khankendi")).first()).isVisible();
        assertThat(main(".results mark").first()).isVisible();
        traffic.assertClean();
    }

    @Test
    void aMeetingShowsRolesStatementsAndSources() {
        visit("/meeting/brussels-2023-07-15");
        assertThat(main(".roles")).containsText("Charles Michel");
        assertThat(main(".facts")).containsText("Brussels");
        assertThat(main(".attestations tbody tr").first()).containsText("paragraph");
        main(".facts a").filter(new Locator.FilterOptions().setHasText("Previous"))
                .or(page.getByText("Aliyev and Pashinyan with Michel, May 2023")).first().click();
        assertThat(main("h1")).hasText("Aliyev and Pashinyan with Michel, May 2023");
        page.goBack();
        assertThat(main("h1")).containsText("15 July 2023");
        traffic.assertClean();
    }

    @Test
    void anAgreementShowsProvisionsStepsAndDisagreements() {
        visit("/agreement/trilateral-statement-2020-11-09");
        assertThat(main(".provisions > li")).hasCount(10);
        assertThat(main(".provisions details").first()).containsText("partly done");
        assertThat(main(".discrepancy .sides > div")).hasText(new Pattern[]{Pattern.compile("2020-11-09"), Pattern.compile("2020-11-10")});
        assertThat(main(".discrepancy .shown")).containsText("2020-11-09");
        traffic.assertClean();
    }

    @Test
    void anIssueShowsPositionsSideBySide() {
        visit("/issues");
        main(".cards a").filter(new Locator.FilterOptions().setHasText("Lachin road")).click();
        assertThat(main(".positions thead th").nth(3)).isVisible();
        assertThat(main(".positions")).containsText("14 July 2023");
        assertThat(main(".positions")).containsText("as an author reads it");
        traffic.assertClean();
    }

    @Test
    void theTimelineIsFilteredAndOpenedByKeyboard() {
        visit("/timeline?kinds=AGREEMENT");
        Locator canvas = main("canvas");
        canvas.focus();
        canvas.press("ArrowRight");
        assertThat(main(".shown")).not().isEmpty();
        canvas.press("+");
        canvas.press("Enter");
        assertThat(main(".kind")).containsText("agreement");
        page.goBack();
        page.getByLabel("Events").check();
        page.waitForCondition(() -> page.url().endsWith("kinds=AGREEMENT%2CEVENT"));
        page.getByLabel("From year").fill("2020");
        page.getByLabel("To year").fill("2021");
        page.getByLabel("To year").press("Tab");
        page.waitForCondition(() -> page.url().endsWith("from=2020&to=2021"));
        traffic.assertClean();
    }

    @Test
    void aBarOfTheStatisticsOpens() {
        visit("/statistics?of=Meeting&by=PLACE");
        main(".bars button").filter(new Locator.FilterOptions().setHasText("Moscow")).click();
        assertThat(main(".bars .rows li")).hasCount(5);
        page.locator("select[name=of]").selectOption("Position");
        page.locator("select[name=by]").selectOption("STANCE");
        assertThat(main(".bars")).containsText("demands");
        traffic.assertClean();
    }

    @Test
    void theMapAndTheNetworkShowCounts() {
        visit("/map");
        assertThat(main("a.place")).hasCount(6);
        assertThat(main("a.place").first()).hasAttribute("aria-label", "Moscow: 5");
        visit("/network");
        main(".actor").filter(new Locator.FilterOptions().setHasText("Recep Tayyip Erdogan")).click();
        assertThat(main("tbody tr")).hasCount(1);
        assertThat(main("tbody")).containsText("July 2020");
        traffic.assertClean();
    }

    @Test
    void theQueryOpensInGraphiqlAndTheTableIsSaved() throws IOException {
        visit("/sources");
        Download saved = page.waitForDownload(() -> button("CSV").click());
        assertTrue(Files.readString(saved.path()).lines().count() == 7, () -> "six sources and a header");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GraphQL")).click();
        assertThat(page.locator(".graphiql-query-editor")).containsText("sources");
        traffic.assertClean();
    }

    @Test
    void anUnknownNameInAFilterIsReported() {
        visit("/timeline?actor=azerbaijn");
        assertThat(main(".warnings")).containsText("did you mean azerbaijan");
        assertThat(main(".state")).containsText("No record matches");
        traffic.assertClean();
    }

    /** Names of properties that every object has are no choices. */
    @ParameterizedTest
    @ValueSource(strings = {"/?by=toString", "/network?by=constructor", "/statistics?of=toString&by=valueOf",
            "/timeline?kinds=hasOwnProperty", "/map?from=soon"})
    void anUnknownChoiceIsTheFirst(String path) {
        visit(path);
        assertThat(main(".state")).hasCount(0);
        traffic.assertClean();
    }

    /** The lower number of a cell counts only meetings whose participants are stated, however many the cell has. */
    @Test
    void aCellWithManyMeetingsShowsWhatIsInferred() {
        rewrite(answer -> inferAll(answer, 11), Integer.MAX_VALUE);
        visit("/");
        assertThat(main(".matrix button b").first()).hasText("0–11");
    }

    /** A cell that was not read is not said to be empty. */
    @Test
    void aFailedPageOfTheOverviewLeavesUnknownCells() {
        rewrite(answer -> {
            ArrayNode cells = (ArrayNode) answer.at("/data/mediationMatrix/nodes");
            cells.remove(cells.size() - 1);
            ((ObjectNode) answer.at("/data/mediationMatrix/pageInfo")).put("hasNextPage", true);
        }, 1);
        visit("/");
        assertThat(main(".matrix .none").first()).hasText("?");
        assertThat(main(".note").first()).containsText("are loaded");
    }

    /** The records of a bar whose answer comes late are not shown under another bar. */
    @Test
    void aLateAnswerIsNotShownUnderAnotherBar() {
        visit("/statistics?of=Meeting&by=PLACE");
        List<Route> late = new ArrayList<>();
        visitor.route(address -> address.endsWith("/graphql"), route -> {
            if (late.isEmpty()) {
                late.add(route);
            } else {
                route.resume();
            }
        });
        main(".bars button").filter(new Locator.FilterOptions().setHasText("Moscow")).click();
        page.waitForCondition(() -> !late.isEmpty());
        main(".bars button").filter(new Locator.FilterOptions().setHasText("Brussels")).click();
        assertThat(main(".bars .rows li").first()).isVisible();
        List<String> before = main(".bars .rows li").allTextContents();
        page.waitForResponse(response -> response.url().endsWith("/graphql"), () -> late.get(0).resume());
        page.waitForTimeout(200);
        assertEquals(before, main(".bars .rows li").allTextContents());
    }

    @Test
    void aBrowserMayRefuseStorage() {
        visitor.addInitScript("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})");
        visit("/timeline");
        button("Use dark colors").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        traffic.assertClean();
    }

    /** The timeline is drawn again in the other colors. */
    @Test
    void theTimelineFollowsTheTheme() {
        visit("/timeline");
        String drawn = "document.querySelector('canvas').toDataURL()";
        page.waitForTimeout(200);
        Object light = page.evaluate(drawn);
        button("Use dark colors").click();
        page.waitForCondition(() -> !light.equals(page.evaluate(drawn)));
        traffic.assertClean();
    }

    @Test
    void aSlashAtTheEndLeadsToTheView() {
        visit("/timeline/?kinds=AGREEMENT");
        assertThat(main("h1")).hasText("Timeline");
        assertTrue(page.url().endsWith("/timeline?kinds=AGREEMENT"), page.url());
        traffic.assertClean();
    }

    @Test
    void errorsAndMissingRecordsAreShown() {
        visit("/meeting/never");
        assertThat(main(".state")).containsText("no such record");
        visitor.route(address -> address.endsWith("/graphql"), route -> route.abort());
        page.locator("nav").getByText("Issues").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be reached");
        visitor.unroute(address -> address.endsWith("/graphql"));
        visitor.unrouteAll();
        button("Try again").click();
        assertThat(main(".cards li").first()).isVisible();
    }

    /** A change by someone else is announced, with its author and reason. */
    @Test
    void changesAppear() {
        visit("/changes");
        page.waitForCondition(() -> traffic.received.stream().anyMatch(message -> message.contains("connection_ack")));
        String document = "mutation($i: PlaceInput!) { recordPlace(input: $i, why: \"for the map\") { revision } }";
        site.service.ask(document, Map.of("i", Map.of("slug", "explorers-hill", "name", "Explorers' Hill")));
        assertThat(page.locator(".live")).containsText("for the map");
        assertThat(main(".change").first()).containsText("Explorers' Hill");
        traffic.assertClean();
    }

    /** A page that was hidden goes on after the last change that it received. */
    @Test
    void aHiddenPageHasNoConnection() {
        visit("/changes");
        page.waitForCondition(() -> traffic.sent.stream().anyMatch(message -> message.contains("subscribe")));
        hide(true);
        page.waitForCondition(() -> traffic.sockets.get(0).isClosed());
        hide(false);
        page.waitForCondition(() -> traffic.sent.stream().filter(message -> message.contains("subscribe")).count() == 2);
        assertEquals(2, traffic.sockets.size());
    }

    private void hide(boolean hidden) {
        page.evaluate("hidden => { Object.defineProperty(document, 'hidden', {value: hidden, configurable: true});"
                + " document.dispatchEvent(new Event('visibilitychange')); }", hidden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/timeline", "/map", "/network", "/statistics", "/issues", "/sources", "/changes", "/search?q=lachin",
            "/meeting/brussels-2023-07-15", "/agreement/trilateral-statement-2020-11-09", "/issue/lachin-road", "/actor/azerbaijan"})
    void everyViewIsAccessibleInBothColorsAndFitsAPhone(String path) {
        for (ColorScheme colors : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            visitor.close();
            open(new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(colors));
            visit(path);
            assertEquals(390, page.evaluate("document.documentElement.scrollWidth"), "nothing scrolls sideways");
            assertEquals(List.of(), Axe.faults(page), path + " " + colors);
            traffic.assertClean();
        }
    }

    /** Changes the answers about the overview; those from `until` on fail. */
    private void rewrite(Consumer<JsonNode> change, int until) {
        AtomicInteger count = new AtomicInteger();
        visitor.route(address -> address.endsWith("/graphql"), route -> {
            if (!route.request().postData().contains("query Overview") && !route.request().postData().contains("query Held")) {
                route.resume();
            } else if (count.incrementAndGet() > until) {
                route.abort();
            } else {
                JsonNode answer = json(route.fetch().text());
                change.accept(answer);
                route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(answer.toString()));
            }
        });
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the first cell have a number of meetings of which all participants are inferred. */
    private static void inferAll(JsonNode answer, int meetings) {
        ObjectNode cell = (ObjectNode) answer.at("/data/mediationMatrix/nodes/0");
        ArrayNode held = (ArrayNode) cell.at("/held/nodes");
        held.findParents("inferred").forEach(each -> ((ObjectNode) each).put("inferred", true));
        boolean first = cell.has("meetings");
        if (first) {
            cell.put("meetings", meetings);
        }
        while (held.size() < (first ? 10 : meetings)) {
            held.add(held.get(0).deepCopy());
        }
    }

    /** Without scripts a record is read, and links lead on. */
    @Test
    void recordsAreReadableWithoutScripts() {
        visitor.close();
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844));
        page.navigate(site.service.address() + "/meeting/brussels-2023-07-15");
        assertThat(main("h1")).containsText("15 July 2023");
        assertThat(main(".citations li").first()).containsText("paragraph");
        main("a").filter(new Locator.FilterOptions().setHasText("Charles Michel")).first().click();
        assertThat(main("h1")).hasText("Charles Michel");
        assertThat(main(".rows")).not().hasCount(0);
        traffic.assertClean();
    }

    /** If the data cannot be loaded, what the service wrote stays. */
    @Test
    void aRecordIsReadableIfTheDataFail() {
        visitor.route(address -> address.endsWith("/graphql"), route -> route.abort());
        page.navigate(site.service.address() + "/meeting/brussels-2023-07-15");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be reached");
        assertThat(main("h1")).containsText("15 July 2023");
        assertThat(main(".citations li").first()).containsText("paragraph");
        visitor.unrouteAll();
        button("Try again").click();
        assertThat(main(".roles")).containsText("Charles Michel");
        assertThat(main("h1")).hasCount(1);
        assertThat(main(".citations")).hasCount(0);
    }

    /** What is written in records is text, wherever it is shown; and the description for machines can be read. */
    @ParameterizedTest
    @ValueSource(strings = {"</script><script>window.hurt = 1</script>", "\"><img src=x onerror='window.hurt = 1'>",
            "' onload=window.hurt=1 x='&lt;b&gt;", "{head.title} ${window.hurt = 1} <!-- <script>", "]]>&amp;<svg/onload=window.hurt=1>"})
    void textOfRecordsIsNotExecuted(String name) {
        String slug = "talks-" + Integer.toUnsignedString(name.hashCode());
        String document = "mutation($i: MeetingInput!, $why: String) { recordMeeting(input: $i, why: $why) { revision } }";
        Map<String, Object> attestation = Map.of("source", "russia-stresses-its-red-lines", "locator", "paragraph 3", "voice",
                "DOCUMENT_FACT");
        Map<String, Object> input = new HashMap<>(Map.of("slug", slug, "title", name, "summary", name, "outcomes", List.of(name), "kind",
                "NEGOTIATION", "level", "UNSPECIFIED", "medium", "IN_PERSON", "setting", "DEDICATED", "status", "PROPOSED"));
        input.put("date", Map.of("edtf", "2025-03-02"));
        input.put("participations", List.of(Map.of("actor", "armenia", "roles", List.of("PARTY"))));
        input.put("attestations", List.of(attestation));
        JsonNode answer = site.service.ask(document, Map.of("why", name, "i", input));
        assertTrue(answer.at("/data/recordMeeting/revision").isTextual(), answer.toString());
        String address = site.service.address() + "/meeting/" + slug;
        visit("/meeting/" + slug);
        assertThat(main("h1")).hasText(name);
        assertThat(main(".summary")).hasText(name);
        assertThat(main(".facts")).containsText(name);
        JsonNode ld = json((String) page.evaluate("document.querySelector('script[type=\"application/ld+json\"]').textContent"));
        assertEquals(name, ld.at("/mainEntity/name").asText());
        assertTrue(ld.get("description").asText().endsWith(name), ld.toString());
        assertEquals(name, page.locator("meta[property='og:title']").getAttribute("content"));
        traffic.assertClean();
        page.navigate(address + "?embed");
        assertThat(page.locator("h1")).hasText(name);
        assertEquals(List.of(), Axe.faults(page));
        page.navigate(site.service.address() + "/changes");
        assertThat(main(".change summary").first()).containsText(name);
        assertEquals(null, page.evaluate("window.hurt"));
        traffic.assertClean();
        assertTrue(xml("/changes.atom").contains(name), "the feed has the change");
        assertTrue(xml("/sitemap.xml").contains(address));
        JsonNode embedding = json(page.request().get(site.service.address() + "/oembed?url=" + address).text());
        assertEquals(name, embedding.get("title").asText());
        assertEquals(List.of("IFRAME"), page.evaluate(
                "html => [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')]" + ".map(each => each.tagName)",
                embedding.get("html").asText()));
    }

    /** The texts of an XML document. */
    private String xml(String path) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.request().get(site.service.address() + path).body())).getDocumentElement()
                    .getTextContent();
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another site frames a record, and nothing else of the explorer. */
    @Test
    void anotherSiteEmbedsARecord() throws IOException {
        HttpServer blog = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String frames = "<iframe src='" + site.service.address() + "/meeting/brussels-2023-07-15?embed'></iframe><iframe src='"
                + site.service.address() + "/issues'></iframe>";
        blog.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, frames.length());
            exchange.getResponseBody().write(frames.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        blog.start();
        try {
            page.navigate("http://localhost:" + blog.getAddress().getPort() + "/");
            assertThat(page.frameLocator("iframe").first().locator("h1")).containsText("15 July 2023");
            page.waitForCondition(() -> traffic.hasProblem("frame-ancestors"));
            assertEquals(0, page.frameLocator("iframe").last().locator("parley-app").count());
        } finally {
            blog.stop(0);
        }
    }

    @Test
    void searchStatesTheField() {
        visit("/search?q=peacekeepers");
        assertThat(main(".results small").first()).containsText("in ");
        traffic.assertClean();
    }
}
