package org.parley.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.auth.InvalidTokens;
import org.parley.auth.TestIdentityProvider;

/** Tokens in the headers pane are sent with the request and stored nowhere. */
@BrowserTest
class TokensIT {

    private static String recording(String slug) {
        return Links.to("mutation { recordPlace(input: {slug: \"" + slug + "\", name: \"Somewhere\"}) { place { slug name } } }");
    }

    private static String bearer(String token) {
        return "{\"Authorization\": \"Bearer " + token + "\"}";
    }

    @Test
    void aMutationIsWrittenAndItsTokenKeptNowhere(Site site) {
        String token = TestIdentityProvider.token("bea", "editor");
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, recording("place-of-a-page"));
            graphiql.writeHeaders(bearer(token));
            assertEquals("place-of-a-page", graphiql.play().at("/data/recordPlace/place/slug").asText());
            graphiql.button("Show History").click();
            graphiql.page.locator(".graphiql-history-item-label").first().click();
            graphiql.writeHeaders(bearer(token));
            graphiql.button("Copy a link").click();
            graphiql.write("subscription { changed { id } }");
            graphiql.playButton().click();
            graphiql.page.waitForCondition(() -> graphiql.traffic.sent.stream().anyMatch(text -> text.contains(token)));
            graphiql.awaitStored();
            graphiql.traffic.assertClean();

            assertTrue(graphiql.page.url().contains("place-of-a-page"), graphiql.page.url());
            assertFalse(graphiql.page.url().contains(token), "the address holds the token");
            assertFalse(graphiql.traffic.mentions(token), "an address that was asked for holds the token");
            String kept = visitor.storageState() + graphiql.page.evaluate("JSON.stringify({...sessionStorage})");
            assertTrue(kept.contains("place-of-a-page") && kept.contains("subscription { changed"), "nothing was stored");
            assertFalse(kept.contains(token), "the browser's storage holds the token");
            assertFalse(site.service.log().contains(token), "the service's log holds the token");
        }
    }

    /** GraphiQL can keep headers; the page does not offer that. */
    @Test
    void headersAreGoneAfterAReload(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            graphiql.writeHeaders(bearer("secret"));
            graphiql.write("query AfterTheHeaders { dataset { revision } }");
            graphiql.button("Open settings").click();
            assertEquals(0, graphiql.page.getByText("Persist headers").count());
            graphiql.page.keyboard().press("Escape");
            graphiql.awaitStored();
            assertFalse(visitor.storageState().contains("secret"), "the browser's storage holds the token");
            graphiql.awaitSchema(graphiql.page::reload);
            assertEquals("query AfterTheHeaders { dataset { revision } }", graphiql.query());
            assertEquals("", graphiql.headers());
            graphiql.traffic.assertClean();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_TOKEN", "EXPIRED", "FORGED"})
    void aWrongTokenShowsTheServicesMessage(InvalidTokens wrong, Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, recording("place-of-nobody"));
            graphiql.writeHeaders(bearer(wrong.token()));
            JsonNode answer = graphiql.play();
            assertEquals("UNAUTHENTICATED", answer.at("/errors/0/extensions/code").asText(), answer.toString());
            assertFalse(answer.at("/errors/0/message").asText().isBlank());
        }
    }

    @Test
    void withoutATokenAMutationIsRejected(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            JsonNode answer = site.open(visitor, recording("place-of-nobody")).play();
            assertEquals("UNAUTHENTICATED", answer.at("/errors/0/extensions/code").asText(), answer.toString());
        }
    }

    @Test
    void headersThatAreNoJsonAreNamed(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.PAGE);
            graphiql.writeHeaders("Authorization: Bearer secret");
            graphiql.playButton().click();
            graphiql.page.waitForCondition(() -> graphiql.shownAnswer().contains("Headers"));
            graphiql.traffic.assertClean();
        }
    }

    /** A header that the page sends itself may be written in the pane as well. */
    @Test
    void aContentTypeInTheHeadersIsAccepted(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            Graphiql graphiql = site.open(visitor, Links.to("{ hostings { totalCount } }"));
            graphiql.writeHeaders("{\"Content-Type\": \"application/json\"}");
            assertEquals(Readme.read().hostings(), graphiql.play().at("/data/hostings/totalCount").asInt());
            graphiql.traffic.assertClean();
        }
    }
}
