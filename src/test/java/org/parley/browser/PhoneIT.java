package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on a phone screen: everything is visible, nothing scrolls horizontally. */
@BrowserTest
class PhoneIT {

    @ParameterizedTest
    @CsvSource({"390, 844", "320, 568", "844, 390"})
    void queryButtonAndAnswerAreInView(int width, int height, Site site) {
        try (BrowserContext visitor = phone(site, width, height)) {
            Readme readme = Readme.read();
            Graphiql graphiql = site.open(visitor, readme.link());
            JsonNode answer = graphiql.answerAfter(() -> graphiql.playButton().tap());
            assertEquals(readme.hostings(), answer.at("/data/hostings/totalCount").asInt());
            assertInView(graphiql, graphiql.playButton(), 30, 30);
            assertInView(graphiql, graphiql.page.locator(".graphiql-query-editor .CodeMirror"), 200, 80);
            assertInView(graphiql, graphiql.answerPane(), 200, 80);
            assertNoSidewaysScroll(graphiql);
            graphiql.button("Show Documentation Explorer").tap();
            assertInView(graphiql, graphiql.page.locator(".graphiql-doc-explorer"), 150, 80);
            assertNoSidewaysScroll(graphiql);
            graphiql.traffic.assertClean();
        }
    }

    private static BrowserContext phone(Site site, int width, int height) {
        return site.visitor(
                new Browser.NewContextOptions().setViewportSize(width, height).setIsMobile(true).setHasTouch(true).setDeviceScaleFactor(2));
    }

    private static void assertInView(Graphiql graphiql, Locator part, int leastWidth, int leastHeight) {
        assertThat(part).isVisible();
        BoundingBox box = part.boundingBox();
        int width = graphiql.page.viewportSize().width;
        int height = graphiql.page.viewportSize().height;
        double shown = Math.min(box.y + box.height, height) - box.y;
        assertTrue(box.x >= 0 && box.x + box.width <= width && box.y >= 0, () -> part + " is at " + box.x + ", " + box.y);
        assertTrue(box.width >= leastWidth && shown >= leastHeight, () -> part + " shows " + box.width + " x " + shown);
    }

    private static void assertNoSidewaysScroll(Graphiql graphiql) {
        int width = (int) graphiql.page.evaluate("document.documentElement.scrollWidth");
        assertEquals(graphiql.page.viewportSize().width, width);
    }
}
