package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a visitor does first: opens the README's link and the examples, and presses play. */
@BrowserTest
class FirstVisitIT {

    @Test
    void theServiceStartsWithoutWarnings(Site site) {
        String log = site.service.log();
        String start = log.substring(0, log.indexOf("Installed features"));
        assertEquals(List.of(), start.lines().filter(line -> !line.contains("\"level\":\"INFO\"")).toList());
    }

    @Test
    void theReadmesLinkAnswersAsTheReadmeSays(Site site) {
        Readme readme = Readme.read();
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, readme.link());
            assertEquals("Parley", graphiql.page.title());
            assertEquals(readme.query(), graphiql.query());
            JsonNode hostings = graphiql.play().at("/data/hostings");
            JsonNode expected = readme.answer().at("/data/hostings");
            assertEquals(expected.get("totalCount"), hostings.get("totalCount"));
            assertEquals(expected.at("/nodes/0"), hostings.at("/nodes/0"));
            assertEquals(hostings.get("totalCount").asInt(), hostings.get("nodes").size());
            graphiql.traffic.assertClean();
        }
    }

    @Test
    void everyQuestionOfTheReadmeIsAnswered(Site site) {
        List<String> questions = Readme.read().questions();
        assertEquals(10, questions.size());
        for (String question : questions) {
            try (BrowserContext visitor = site.visitor()) {
                Graphiql graphiql = site.open(visitor, question);
                JsonNode answer = graphiql.play();
                assertFalse(answer.has("errors"), graphiql.query() + ": " + answer);
                answer.get("data").forEach(root -> assertFalse(root.isNull(), graphiql.query() + ": " + answer));
                graphiql.traffic.assertClean();
            }
        }
    }

    @Test
    void everyExampleIsAnswered(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            List<String> tabs = graphiql.tabs();
            assertEquals(10, tabs.size());
            assertTrue(graphiql.query().startsWith("# Welcome to Parley"));
            for (String tab : tabs) {
                graphiql.openTab(tab);
                assertTrue(graphiql.query().contains("query " + tab + " "), tab);
                JsonNode answer = graphiql.play();
                assertFalse(answer.has("errors"), tab + ": " + answer);
                answer.get("data").forEach(root -> assertFalse(root.isNull(), tab + ": " + answer));
            }
            graphiql.traffic.assertClean();
        }
    }

    /** A tab keeps its answer, and the browser its tabs. */
    @Test
    void tabsAreKept(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            JsonNode answer = graphiql.play();
            List<String> tabs = graphiql.tabs();
            graphiql.openTab(tabs.get(1));
            graphiql.openTab(tabs.get(0));
            graphiql.page.waitForCondition(() -> graphiql.shows(answer));
            graphiql.write("query Mine { dataset { revision } }");
            graphiql.page.waitForCondition(() -> graphiql.tabs().contains("Mine"));
            graphiql.openTab(tabs.get(1));
            graphiql.awaitStored();
            List<String> left = graphiql.tabs();
            graphiql.awaitSchema(graphiql.page::reload);
            assertEquals(left, graphiql.tabs());
            assertTrue(graphiql.query().contains("query " + tabs.get(1) + " "), graphiql.query());
            graphiql.openTab("Mine");
            assertEquals("query Mine { dataset { revision } }", graphiql.query());
            graphiql.traffic.assertClean();
        }
    }

    /** Other pages of this origin keep theirs. */
    @Test
    void clearingTheStorageTakesOnlyWhatIsGraphiqls(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            graphiql.page.evaluate("localStorage.setItem('other', 'kept'); localStorage.setItem('graphiqlish', 'kept')");
            graphiql.write("{ dataset { revision } }");
            graphiql.awaitStored();
            graphiql.button("Open settings").click();
            graphiql.button("Clear data").click();
            assertThat(graphiql.button("Cleared data")).isVisible();
            assertEquals(List.of("graphiqlish", "other"), graphiql.page.evaluate("Object.keys(localStorage).sort()"));
            graphiql.traffic.assertClean();
        }
    }
}
