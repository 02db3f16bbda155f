package org.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.auth.InvalidTokens;
import org.parley.auth.TestIdentityProvider;
import org.parley.websocket.SocketClient;

/** Subscriptions in the page report changes of others until they are stopped. */
@BrowserTest
class SubscriptionsIT {

    private static final String HEARD = "subscription Heard { changed { act slug editor } }";

    /** Milliseconds. Playwright reports messages of sockets only during its calls. */
    private static final int DELIVERY = 300;

    private static void record(Site site, String slug) {
        JsonNode answer = site.service.ask(
                "mutation ($slug: String!) { recordPlace(input: {slug: $slug, name: \"Elsewhere\"}) { place { slug } } }",
                Map.of("slug", slug));
        assertEquals(slug, answer.at("/data/recordPlace/place/slug").asText(), answer.toString());
    }

    /** Presses play, and waits until the service says that the subscription has begun. */
    private static void subscribe(Graphiql graphiql) {
        graphiql.playButton().click();
        graphiql.page.waitForCondition(() -> graphiql.traffic.received.stream().anyMatch(text -> text.contains("\"subscribed\"")));
    }

    @Test
    void hearsWhatAnotherClientWritesUntilItIsStopped(Site site) {
        try (BrowserContext visitor = site.visitor(); SocketClient other = site.service.connect().introduce(Map.of())) {
            Graphiql graphiql = site.open(visitor, Links.to(HEARD));
            subscribe(graphiql);
            for (String slug : List.of("heard-first", "heard-second")) {
                record(site, slug);
                graphiql.page.waitForCondition(() -> graphiql.shownAnswer().contains(slug));
                assertEquals(Graphiql.read("{\"data\":{\"changed\":{\"act\":\"RECORDED\",\"slug\":\"" + slug + "\",\"editor\":\"ana\"}}}"),
                        Graphiql.read(graphiql.shownAnswer()));
            }
            graphiql.button("Stop query").click();
            graphiql.page.waitForCondition(graphiql.traffic.sockets.get(0)::isClosed);
            assertThat(graphiql.playButton()).hasAttribute("aria-label", Pattern.compile("^Execute"));

            other.subscribe("1", HEARD, Map.of());
            int before = graphiql.traffic.received.size();
            record(site, "heard-by-the-other");
            assertEquals("heard-by-the-other", other.hear().at("/payload/data/changed/slug").asText());
            graphiql.page.waitForTimeout(DELIVERY);
            assertEquals(before, graphiql.traffic.received.size());
            assertTrue(graphiql.shownAnswer().contains("heard-second"), graphiql.shownAnswer());
            assertEquals(1, graphiql.traffic.sockets.size());
            graphiql.traffic.assertClean();
        }
    }

    @Test
    void sendsTheTokenWithTheConnection(Site site) {
        String token = TestIdentityProvider.token("bea", "editor");
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.to(HEARD));
            graphiql.writeHeaders("{\"authorization\": \"Bearer " + token + "\"}");
            subscribe(graphiql);
            List<String> sent = graphiql.traffic.sent;
            assertTrue(sent.get(0).contains("connection_init") && sent.get(0).contains(token), "no token was sent");
            graphiql.traffic.assertClean();
        }
    }

    /** Without connecting again and again, and without a word. */
    @ParameterizedTest
    @EnumSource(names = {"NO_TOKEN", "EXPIRED"})
    void aWrongTokenShowsTheServicesMessage(InvalidTokens wrong, Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.to(HEARD));
            graphiql.writeHeaders("{\"Authorization\": \"Bearer " + wrong.token() + "\"}");
            graphiql.playButton().click();
            graphiql.page.waitForCondition(() -> graphiql.shownAnswer().contains("errors"));
            JsonNode error = Graphiql.read(graphiql.shownAnswer()).at("/errors/0");
            assertTrue(error.get("message").asText().contains("token"), error.toString());
            assertFalse(error.has("stack"), error.toString());
            assertEquals(1, graphiql.traffic.sockets.size());
            graphiql.traffic.assertClean();
        }
    }

    @Test
    void whatTheServiceRejectsIsShown(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.to("subscription { changed(after: \"none\") { id } }"));
            graphiql.playButton().click();
            graphiql.page.waitForCondition(() -> graphiql.shownAnswer().contains("errors"));
            JsonNode error = Graphiql.read(graphiql.shownAnswer()).at("/errors/0");
            assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText(), error.toString());
            assertThat(graphiql.playButton()).hasAttribute("aria-label", Pattern.compile("^Execute"));
            graphiql.traffic.assertClean();
        }
    }
}
