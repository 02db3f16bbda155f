package org.parley.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.http.RequestMethods;

/** Serves GraphiQL, an editor for queries in the browser. */
@ApplicationScoped
class GraphiqlPage {

    private static final String PATH = "/graphiql";
    /** Before the framework's handler of static files. */
    private static final int ORDER = -1;
    private static final String INDEX = "index.html";
    private static final List<String> FILES = List.of(INDEX, "page.js", "fetcher.js", "storage.js", "page.css", "examples.graphql",
            "icon.svg", "graphiql.min.js", "graphiql.min.css", "graphql-ws.min.js", "react.production.min.js",
            "react-dom.production.min.js");

    /**
     * Nothing is loaded from other sites or run inline, and no other page may frame this one. Inline styles are allowed because GraphiQL
     * creates them. No referrer is sent, as the address may contain a query.
     */
    private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy", "same-origin", "Cache-Control", "no-cache", "Vary", "accept-encoding");

    private final boolean enabled;
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    GraphiqlPage(@ConfigProperty(name = "quarkus.smallrye-graphql.ui.enabled") boolean enabled) {
        this.enabled = enabled;
    }

    void open(@Observes Router router) {
        router.route("/").order(ORDER).handler(this::admit).handler(GraphiqlPage::redirect);
        router.route(PATH).order(ORDER).handler(this::admit).handler(GraphiqlPage::addSlash)
                .blockingHandler(context -> send(context, INDEX), false);
        for (String file : FILES) {
            router.route(PATH + "/" + file).order(ORDER).handler(this::admit).blockingHandler(context -> send(context, file), false);
        }
    }

    private void admit(RoutingContext context) {
        if (!enabled) {
            context.response().setStatusCode(404).end();
        } else if (RequestMethods.requireRead(context)) {
            HEADERS.forEach(context.response()::putHeader);
            context.next();
        }
    }

    /** Redirects the root of the service to the page. */
    private static void redirect(RoutingContext context) {
        context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, PATH.substring(1) + "/").end();
    }

    /**
     * Redirects to the path with a slash, because the page loads its files by relative paths. The location is relative, so that it works
     * behind a proxy with a path prefix.
     */
    private static void addSlash(RoutingContext context) {
        String path = context.request().path();
        if (path.endsWith("/")) {
            context.next();
        } else {
            String query = context.request().query();
            context.response().setStatusCode(308)
                    .putHeader(HttpHeaders.LOCATION, PATH.substring(1) + "/" + (query == null ? "" : "?" + query)).end();
        }
    }

    /** Sends a file. Runs on a worker thread, because the first request for a file compresses it. */
    private void send(RoutingContext context, String name) {
        WebFile file = files.computeIfAbsent(name, first -> WebFile.read("graphiql/" + first));
        if (file == null) {
            context.fail(404);
        } else {
            file.send(context);
        }
    }
}
