package org.parley.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Serves the explorer, the pages that show the record: one document for all paths, whose script draws the view of the path. */
@ApplicationScoped
class ExplorerPage {

    /** Before GraphiQL's redirect of the root. */
    private static final int ORDER = -2;
    private static final List<String> VIEWS = List.of("search", "timeline", "map", "network", "statistics", "issues", "sources", "changes");
    private static final List<String> KINDS = List.of("actor", "agreement", "event", "figure", "issue", "meeting", "place", "position",
            "source", "statement", "track");

    /** Nothing is loaded from other sites or run inline, and no other page may frame this one. */
    private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; "
                    + "form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy", "same-origin", "Cache-Control", "no-cache", "Content-Type", "text/html; charset=utf-8");

    private static final String DOCUMENT = """
            <!doctype html>
            <html lang="en" data-graphiql="{graphiql}">
            <head>
            <meta charset="utf-8">
            <title>Parley</title>
            <base href="{base}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="description" content="A record of negotiations: who met whom, where and when, and which source attests it.">
            <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath fill='%231d4f76' \
            d='M4 3h16a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-9l-5 5v-5H4a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z'/%3E%3Cpath fill='%23c8782c' \
            d='M25 11h3a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-1v5l-5-5h-8a3 3 0 0 1-3-3v-1h11a4 4 0 0 0 4-4z'/%3E%3C/svg%3E">
            <link rel="stylesheet" href="{style}">
            <script type="module" src="{script}"></script>
            </head>
            <body><parley-app></parley-app><noscript>The explorer needs JavaScript.</noscript></body>
            </html>
            """;

    private final boolean enabled;
    private final boolean graphiql;
    private final Bundle bundle;
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    ExplorerPage(@ConfigProperty(name = "parley.explorer.enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.smallrye-graphql.ui.enabled") boolean graphiql, Bundle bundle) {
        this.enabled = enabled;
        this.graphiql = graphiql;
        this.bundle = bundle;
    }

    void open(@Observes Router router) {
        if (!enabled) {
            return;
        }
        router.route("/").order(ORDER).handler(context -> send(context, "./"));
        VIEWS.forEach(view -> router.route("/" + view).order(ORDER).handler(context -> send(context, "./")));
        KINDS.forEach(kind -> router.route("/" + kind + "/:slug").order(ORDER).handler(context -> send(context, "../")));
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return; // The framework serves the bundle, which is not on the class path and changes.
        }
        for (String name : List.of("app.js", "app.css")) {
            router.get(bundle.resolve(name)).order(ORDER).blockingHandler(context -> sendBundle(context, bundle.resolve(name)), false);
        }
    }

    /** The framework would send it without compression. Its name contains a hash of its content. */
    private void sendBundle(RoutingContext context, String path) {
        WebFile file = files.computeIfAbsent(path, first -> WebFile.resource("META-INF/resources" + first));
        if (file == null) {
            context.fail(404);
            return;
        }
        context.response().putHeader("Cache-Control", "public, immutable, max-age=31536000").putHeader("Vary", "accept-encoding");
        file.send(context);
    }

    /** The base is relative, so that the explorer works behind a proxy with a path prefix. */
    private void send(RoutingContext context, String base) {
        HttpMethod method = context.request().method();
        HttpServerResponse response = context.response();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            response.setStatusCode(405).putHeader(HttpHeaders.ALLOW, "GET, HEAD").end();
            return;
        }
        if (context.request().path().length() > 1 && context.request().path().endsWith("/")) {
            removeSlash(context);
            return;
        }
        HEADERS.forEach(response::putHeader);
        response.end(DOCUMENT.replace("{base}", base).replace("{graphiql}", Boolean.toString(graphiql))
                .replace("{style}", relative("app.css")).replace("{script}", relative("app.js")));
    }

    /** Redirects to the path without the slash, from which the base leads to the root. The location is relative, for the same reason. */
    private static void removeSlash(RoutingContext context) {
        String path = context.request().path();
        String query = context.request().query();
        String parent = path.substring(0, path.length() - 1);
        context.response().setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION, "../" + parent.substring(parent.lastIndexOf('/') + 1) + (query == null ? "" : "?" + query))
                .end();
    }

    private String relative(String name) {
        return bundle.resolve(name).substring(1);
    }
}
