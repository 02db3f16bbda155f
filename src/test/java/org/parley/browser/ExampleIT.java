package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.TestIdentityProvider;

/** The example of a front-end: its lists load more as the visitor scrolls, and meetings change as others and the visitor edit them. */
@BrowserTest
class ExampleIT {

    private static final String SLUG = "example-talks";
    private static final Map<String, Object> TALKS = Map.of("slug", SLUG, "title", "Talks of the example", "kind", "NEGOTIATION", "level",
            "DEPUTY_MINISTERS", "medium", "IN_PERSON", "setting", "DEDICATED", "status", "HELD", "date", Map.of("edtf", "2025-03-02"),
            "participations",
            List.of(Map.of("actor", "armenia", "roles", List.of("PARTY")), Map.of("actor", "azerbaijan", "roles", List.of("PARTY"))),
            "attestations", List.of(Map.of("source", "russia-stresses-its-red-lines", "locator", "paragraph 3", "voice", "DOCUMENT_FACT")));
    private static final String RECORD = "mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }";
    private static final String AMEND = """
            mutation ($slug: String!, $revision: String!, $title: String!) {
              amendMeeting(slug: $slug, revision: $revision, input: {title: $title}) { revision }
            }""";
    private static final String RETRACT = """
            mutation ($slug: String!, $revision: String!) {
              retractMeeting(slug: $slug, revision: $revision, why: "It was an example.") { revision }
            }""";
    /** Pages of a list, at most. */
    private static final int MOST_PAGES = 50;

    private static ExampleSite example;

    @BeforeAll
    static void build(Site site) throws Exception {
        example = ExampleSite.open(site);
    }

    @AfterAll
    static void close() {
        if (example != null) {
            example.close();
        }
    }

    private static JsonNode data(JsonNode answer) {
        assertTrue(answer.path("errors").isMissingNode(), answer::toString);
        return answer.get("data");
    }

    private static JsonNode meeting(Site site) {
        return data(site.service.ask("{ meeting(slug: \"" + SLUG + "\") { revision title } }", Map.of())).get("meeting");
    }

    private static void amend(Site site, String title) {
        data(site.service.ask(AMEND, Map.of("slug", SLUG, "revision", meeting(site).get("revision").asText(), "title", title)));
    }

    private static void retract(Site site, BrowserContext visitor) {
        String revision = meeting(site).get("revision").asText();
        visitor.request().post(site.service.address() + "/graphql",
                RequestOptions.create().setHeader("Authorization", "Bearer " + TestIdentityProvider.token("clara", "curator"))
                        .setData(Map.of("query", RETRACT, "variables", Map.of("slug", SLUG, "revision", revision))));
        assertTrue(data(site.service.ask("{ meeting(slug: \"" + SLUG + "\") { revision } }", Map.of())).get("meeting").isNull());
    }

    /** Scrolls until the page says that it has shown everything; the number of items. */
    private static int scrollToTheEnd(Page page) {
        List<Integer> counts = new ArrayList<>();
        Locator items = page.locator("li");
        while (page.getByText("That is all.").count() == 0) {
            int before = items.count();
            counts.add(before);
            assertTrue(counts.size() < MOST_PAGES, counts::toString);
            page.getByText("Loading ...").scrollIntoViewIfNeeded();
            page.waitForCondition(() -> items.count() > before || page.getByText("That is all.").count() > 0);
        }
        assertTrue(!counts.isEmpty(), "the first page was the whole list");
        return items.count();
    }

    @Test
    void theTimelineLoadsMoreAsTheVisitorScrolls(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Page page = visitor.newPage();
            Traffic traffic = new Traffic(page);
            page.navigate(example.address());
            assertThat(page.locator("li").first()).isVisible();
            int all = data(site.service.ask("{ timeline { totalCount } }", Map.of())).at("/timeline/totalCount").asInt();
            assertEquals(all, scrollToTheEnd(page));
            traffic.assertClean();
        }
    }

    /** A window that is higher than a page of the list loads the next ones without a scroll. */
    @Test
    void aHighWindowIsFilled(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Page page = visitor.newPage();
            page.setViewportSize(1280, 4_000);
            page.navigate(example.address());
            page.waitForCondition(() -> page.locator("li").count() > 20);
        }
    }

    @Test
    void theListOfRelayLoadsMoreAsTheVisitorScrolls(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Page page = visitor.newPage();
            Traffic traffic = new Traffic(page);
            page.setViewportSize(1280, 100);
            page.navigate(example.address() + "/track.html?slug=moscow-track");
            assertThat(page.locator("li").first()).isVisible();
            JsonNode track = data(
                    site.service.ask("{ track(slug: \"moscow-track\") { name meetings(orderBy: DATE_DESC) { totalCount } } }", Map.of()))
                    .get("track");
            assertThat(page.locator("h1")).hasText(track.get("name").asText());
            assertEquals(track.at("/meetings/totalCount").asInt(), scrollToTheEnd(page));
            traffic.assertClean();
        }
    }

    /** A proxy's error instead of a page is shown, and the request is not repeated by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/track.html?slug=moscow-track"})
    void aPageThatCannotBeReadIsReadAgainOnRequest(String path, Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Page page = visitor.newPage();
            page.setViewportSize(1280, 200);
            page.navigate(example.address() + path);
            Locator items = page.locator("li");
            assertThat(items.first()).isVisible();
            int[] failed = {0};
            page.route("**/graphql", route -> {
                failed[0]++;
                route.fulfill(new Route.FulfillOptions().setStatus(502).setContentType("text/html").setBody("<h1>Bad gateway</h1>"));
            });
            int before = items.count();
            page.getByText("Loading ...").scrollIntoViewIfNeeded();
            Locator again = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"));
            assertThat(again).isVisible();
            page.waitForTimeout(1_000);
            assertEquals(1, failed[0]);
            page.unroute("**/graphql");
            again.click();
            page.waitForCondition(() -> items.count() > before);
        }
    }

    @Test
    void aMeetingChangesAsOthersAndTheVisitorEditIt(Site site) {
        data(site.service.ask(RECORD, Map.of("input", TALKS)));
        try (BrowserContext visitor = site.visitor()) {
            try {
                Page page = visitor.newPage();
                Traffic traffic = new Traffic(page);
                List<Route> held = new ArrayList<>();
                page.route("**/graphql", route -> {
                    if (route.request().postData().contains("AmendTitle")) {
                        held.add(route);
                    } else {
                        route.resume();
                    }
                });
                page.navigate(example.address());
                Locator talks = page.locator("li").filter(new Locator.FilterOptions().setHasText("2 March 2025"));
                assertThat(talks).containsText("Talks of the example");
                page.waitForCondition(() -> !traffic.received.isEmpty());

                amend(site, "Renamed by another editor");
                assertThat(talks).containsText("Renamed by another editor");

                page.getByLabel("Token of an editor").fill(TestIdentityProvider.token("ben", "editor"));
                edit(page, talks, "Renamed on the page");
                assertThat(talks).containsText("Renamed on the page");
                assertEquals("Renamed by another editor", meeting(site).get("title").asText());
                page.waitForCondition(() -> held.size() == 1);
                held.get(0).resume();
                page.waitForCondition(() -> meeting(site).get("title").asText().equals("Renamed on the page"));
                assertThat(talks).containsText("Renamed on the page");

                edit(page, talks, "Renamed too late");
                page.waitForCondition(() -> held.size() == 2);
                assertThat(talks).containsText("Renamed too late");
                amend(site, "Renamed in between");
                held.get(1).resume();
                assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody else");
                assertThat(talks).containsText("Renamed in between");
                traffic.assertClean();
            } finally {
                retract(site, visitor);
            }
        }
    }

    /** Answers the question for a title. */
    private static void edit(Page page, Locator talks, String title) {
        page.onceDialog(dialog -> dialog.accept(title));
        talks.getByRole(AriaRole.BUTTON).click();
    }
}
