package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to a query: what they restore, and what they never contain. */
@BrowserTest
class LinksIT {

    private static final String QUERY = "query Named($slug: String!) { meeting(slug: $slug) { slug } }";
    private static final String VARIABLES = "{\n  \"slug\": \"brussels-2023-07-15\"\n}";

    static Stream<Arguments> queries() {
        return Stream.of(Arguments.of(QUERY, VARIABLES),
                Arguments.of("# 50 % of it & more, with #, + and “quotes”\n{ dataset { revision } }", ""),
                Arguments.of("# " + "longer than a server takes in an address ".repeat(300) + "\n{ dataset { revision } }", ""));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aCopiedLinkOpensTheSameWithoutHeaders(String query, String variables, Site site) {
        String copied;
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            graphiql.write(query);
            graphiql.writeVariables(variables);
            graphiql.writeHeaders("{\"Authorization\": \"Bearer secret\"}");
            copied = copyLink(graphiql);
            assertEquals(graphiql.page.url(), copied);
            assertFalse(copied.contains("secret") || copied.contains("Authorization"), copied);
            graphiql.traffic.assertClean();
        }
        try (BrowserContext other = site.visitor()) {
            Graphiql graphiql = Graphiql.open(other, copied);
            assertEquals(query, graphiql.query());
            assertEquals(variables, graphiql.variables());
            assertEquals("", graphiql.headers());
            assertFalse(graphiql.play().has("errors"));
            graphiql.traffic.assertClean();
        }
    }

    private static String copyLink(Graphiql graphiql) {
        graphiql.button("Copy a link").click();
        assertThat(graphiql.button("The link is copied")).isVisible();
        return (String) graphiql.page.evaluate("navigator.clipboard.readText()");
    }

    /** GraphiQL restores the tab that was open last. Without a schema, it reports no change of a tab after that. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aReturningVisitorCopiesTheOpenTab(int tab, Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            String first = graphiql.query();
            graphiql.openTab(graphiql.tabs().get(tab));
            String query = graphiql.query();
            assertNotEquals(first, query);
            graphiql.awaitStored();
            visitor.route(address -> address.endsWith("/graphql"), Route::abort);
            graphiql.page.reload();
            assertThat(graphiql.playButton()).isVisible();
            String copied = copyLink(graphiql);
            assertEquals(query, graphiql.query());
            try (BrowserContext other = site.visitor()) {
                assertEquals(query, Graphiql.open(other, copied).query());
            }
        }
    }

    /** Over plain HTTP there is no clipboard, and permission for it may be denied. */
    @ParameterizedTest
    @ValueSource(strings = {"Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})",
            "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('rejected', 'NotAllowedError'))"})
    void withoutAClipboardTheLinkIsInTheAddressBar(String without, Site site) {
        try (BrowserContext visitor = site.visitor()) {
            visitor.addInitScript(without);
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            String query = graphiql.query();
            graphiql.button("Copy a link").click();
            assertThat(graphiql.button("The link is in the address bar")).isVisible();
            graphiql.awaitSchema(graphiql.page::reload);
            assertTrue(graphiql.page.url().contains("#query="), graphiql.page.url());
            assertEquals(query, graphiql.query());
            graphiql.traffic.assertClean();
        }
    }

    @Test
    void aLinkBringsVariablesAndNoHeaders(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor,
                    Links.to(QUERY, "{\"slug\":\"brussels-2023-07-15\"}") + "&headers=" + Links.encode("{\"X-Of-The-Link\": \"1\"}"));
            assertEquals(QUERY, graphiql.query());
            assertEquals(VARIABLES, graphiql.variables());
            assertEquals("", graphiql.headers());
            assertEquals("brussels-2023-07-15", graphiql.play().at("/data/meeting/slug").asText());
            graphiql.traffic.assertClean();
        }
    }

    /** The page keeps its tabs; a link comes first all the same, also one that is opened where the page is open. */
    @Test
    void aLinkIsShownToThoseWhoWereHereBefore(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            site.open(visitor, Links.PAGE).page.close();
            for (String count : new String[]{"meetings", "statements", "meetings"}) {
                Graphiql graphiql = site.open(visitor, Links.to("{ " + count + " { totalCount } }"));
                assertEquals("{ " + count + " { totalCount } }", graphiql.query());
                assertTrue(graphiql.play().at("/data/" + count + "/totalCount").asInt() > 0);
                graphiql.page.close();
            }
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            graphiql.awaitSchema(() -> graphiql.page
                    .navigate(site.service.address() + Links.PAGE + "#query=" + Links.encode("{ dataset { revision } }")));
            assertEquals("{ dataset { revision } }", graphiql.query());
            graphiql.traffic.assertClean();
        }
    }

    @Test
    void variablesThatAreNoJsonAreShownAsTheyAre(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.to(QUERY, "{slug"));
            assertEquals("{slug", graphiql.variables());
            graphiql.playButton().click();
            graphiql.page.waitForCondition(() -> graphiql.shownAnswer().contains("Variables"));
            graphiql.traffic.assertClean();
        }
    }

    @Test
    void anAddressWithoutTheSlashKeepsTheQuery(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, "/graphiql?query=" + Links.encode("{ dataset { revision } }"));
            assertEquals("{ dataset { revision } }", graphiql.query());
            assertFalse(graphiql.play().has("errors"));
            graphiql.traffic.assertClean();
        }
    }
}
