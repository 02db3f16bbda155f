package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing queries: completion, variables, several operations, and the buttons beside the editor. */
@BrowserTest
class EditorIT {

    private BrowserContext visitor;
    private Graphiql graphiql;

    @BeforeEach
    void open(Site site) {
        visitor = site.visitor();
        graphiql = site.open(visitor, Links.PAGE);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void namesAreCompleted() {
        graphiql.type("{ host");
        graphiql.choose("hostings");
        graphiql.page.keyboard().type(" { totalC");
        graphiql.choose("totalCount");
        assertEquals("{ hostings { totalCount}}", graphiql.query().replaceAll("\\s*}", "}"));
        assertEquals(Readme.read().hostings(), graphiql.play().at("/data/hostings/totalCount").asInt());
        graphiql.traffic.assertClean();
    }

    @Test
    void argumentsAndEnumsAreCompleted() {
        graphiql.type("{ meetings(filter: {lev");
        graphiql.choose("levels");
        graphiql.page.keyboard().type(": [LEAD");
        graphiql.choose("LEADERS");
        assertTrue(graphiql.query().startsWith("{ meetings(filter: {levels: [LEADERS"), graphiql.query());
        graphiql.traffic.assertClean();
    }

    @Test
    void aMistakeIsMarkedAndTheServiceSaysWhatIsWrong() {
        graphiql.write("{ hostings { totalCont } }");
        assertThat(graphiql.page.locator(".graphiql-query-editor .CodeMirror-lint-mark-error").first()).isVisible();
        JsonNode answer = graphiql.play();
        assertTrue(answer.at("/errors/0/message").asText().contains("totalCont"), answer.toString());
        assertTrue(graphiql.answerPane().innerText().contains("totalCont"));
    }

    @Test
    void ctrlEnterAsks() {
        graphiql.write("{ hostings { totalCount } }");
        JsonNode answer = graphiql.answerAfter(() -> graphiql.page.keyboard().press("Control+Enter"));
        assertEquals(Readme.read().hostings(), answer.at("/data/hostings/totalCount").asInt());
        graphiql.traffic.assertClean();
    }

    @Test
    void variablesAreSent() {
        graphiql.write("query One($slug: String!) { meeting(slug: $slug) { slug } }");
        graphiql.writeVariables("{\"slug\": \"brussels-2023-07-15\"}");
        assertEquals("brussels-2023-07-15", graphiql.play().at("/data/meeting/slug").asText());
        graphiql.traffic.assertClean();
        graphiql.writeVariables("{\"slug\": 7}");
        JsonNode rejected = graphiql.play();
        assertEquals("BAD_USER_INPUT", rejected.at("/errors/0/extensions/code").asText(), rejected.toString());
    }

    @Test
    void oneOfSeveralOperationsIsChosen() {
        graphiql.write("query Count { hostings { totalCount } }\n\nquery Revision { dataset { revision } }\n");
        graphiql.page.waitForCondition(() -> graphiql.playButton().getAttribute("aria-haspopup") != null);
        JsonNode answer = graphiql.answerAfter(() -> {
            graphiql.playButton().click();
            graphiql.page.locator(".graphiql-dropdown-item").filter(new Locator.FilterOptions().setHasText("Revision")).click();
        });
        assertTrue(answer.at("/data/dataset/revision").isTextual(), answer.toString());
        assertFalse(answer.get("data").has("hostings"), answer.toString());
        graphiql.traffic.assertClean();
    }

    @Test
    void prettifyLaysOut() {
        graphiql.write("{hostings{totalCount nodes{roles}}}");
        graphiql.button("Prettify").click();
        assertEquals("{\n  hostings {\n    totalCount\n    nodes {\n      roles\n    }\n  }\n}", graphiql.query());
        assertFalse(graphiql.play().has("errors"));
        graphiql.traffic.assertClean();
    }

    @Test
    void mergePutsFragmentsInPlace() {
        graphiql.openTab("ThenAndLater");
        assertTrue(graphiql.query().contains("...Standing"));
        JsonNode before = graphiql.play();
        graphiql.button("Merge").click();
        graphiql.page.waitForCondition(() -> !graphiql.query().contains("fragment"));
        assertFalse(graphiql.query().contains("Standing"), graphiql.query());
        assertEquals(before, graphiql.play());
        graphiql.traffic.assertClean();
    }

    @Test
    void historyBringsAQueryBack() {
        graphiql.write("query Earlier { hostings { totalCount } }");
        graphiql.play();
        graphiql.write("{ dataset { revision } }");
        graphiql.button("Show History").click();
        graphiql.page.locator(".graphiql-history-item-label").filter(new Locator.FilterOptions().setHasText("Earlier")).click();
        assertEquals("query Earlier { hostings { totalCount } }", graphiql.query());
        assertEquals(Readme.read().hostings(), graphiql.play().at("/data/hostings/totalCount").asInt());
        graphiql.traffic.assertClean();
    }

    @Test
    void theOtherButtonsWork() {
        graphiql.awaitSchema(() -> graphiql.button("Re-fetch").click());
        graphiql.button("Open short keys").click();
        assertThat(graphiql.page.getByText("Short Keys", new Page.GetByTextOptions().setExact(true))).isVisible();
        graphiql.page.keyboard().press("Escape");
        graphiql.button("Open settings").click();
        graphiql.button("Dark").click();
        assertThat(graphiql.page.locator("body")).hasClass("graphiql-dark");
        graphiql.page.keyboard().press("Escape");
        graphiql.button("Copy query").click();
        assertEquals(graphiql.query(), graphiql.page.evaluate("navigator.clipboard.readText()"));
        graphiql.traffic.assertClean();
    }
}
