package org.parley.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Links to a query: what they bring, and what they never hold. */
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
            graphiql.button("Copy a link").click();
            assertTrue(graphiql.button("The link is copied").isVisible());
            copied = (String) graphiql.page.evaluate("navigator.clipboard.readText()");
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
