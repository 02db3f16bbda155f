package org.parley.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind a proxy with another host, HTTPS, and a path prefix. */
@BrowserTest
class ProxyIT {

    /** Only the proxy of this test, which the browser uses, responds at this address. */
    private static final String HOST = "https://parley.localhost";

    private static void proxy(Site site, BrowserContext visitor, String path) {
        String base = HOST + path;
        visitor.route(address -> address.startsWith(HOST), route -> {
            String address = route.request().url();
            if (address.startsWith(base + "/graph")) {
                route.fulfill(new Route.FulfillOptions().setResponse(route.fetch(
                        new Route.FetchOptions().setUrl(site.service.address() + address.substring(base.length())).setMaxRedirects(0))));
            } else {
                route.fulfill(new Route.FulfillOptions().setStatus(404));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/parley", "/a/longer/path"})
    void queriesGoToThePathBesideThePage(String path, Site site) {
        try (BrowserContext visitor = site.visitor()) {
            proxy(site, visitor, path);
            Readme readme = Readme.read();
            Graphiql graphiql = Graphiql.open(visitor, HOST + path + readme.link());
            assertEquals(readme.hostings(), graphiql.play().at("/data/hostings/totalCount").asInt());
            graphiql.traffic.assertClean();
        }
    }

    /** Nothing takes the connection, and the page says so. */
    @Test
    void subscriptionsGoThereOverTls(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            proxy(site, visitor, "/parley");
            Graphiql graphiql = Graphiql.open(visitor, HOST + "/parley" + Links.to("subscription { changed { slug } }"));
            graphiql.playButton().click();
            graphiql.page.waitForCondition(() -> graphiql.shownAnswer().contains("The connection was closed"));
            graphiql.traffic.assertProblem("WebSocket connection to 'wss://parley.localhost/parley/graphql' failed");
        }
    }

    /** A proxy that lost the service answers with a page of its own. */
    @Test
    void anAnswerThatIsNoJsonIsNamed(Site site) {
        try (BrowserContext visitor = site.visitor()) {
            proxy(site, visitor, "");
            Graphiql graphiql = Graphiql.open(visitor, HOST + Links.to("{ dataset { revision } }"));
            visitor.route(address -> address.endsWith("/graphql"), route -> route
                    .fulfill(new Route.FulfillOptions().setStatus(502).setContentType("text/html").setBody("<h1>Bad gateway</h1>")));
            graphiql.playButton().click();
            graphiql.page.waitForCondition(() -> graphiql.shownAnswer().contains("HTTP 502"));
            visitor.route(address -> address.endsWith("/graphql"), Route::abort);
            graphiql.playButton().click();
            graphiql.page.waitForCondition(() -> graphiql.shownAnswer().contains("cannot be reached"));
            assertFalse(graphiql.shownAnswer().contains("stack"), graphiql.shownAnswer());
        }
    }
}
