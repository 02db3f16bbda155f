package org.parley.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.parley.http.PageHandler;
import org.parley.http.RequestMethods;
import org.parley.record.Kind;
import org.parley.web.Templates.Head;

/** Serves the explorer, the pages that show the record. A script draws the view of the path; pages of records are readable without it. */
@ApplicationScoped
class ExplorerPage {

    /** Before GraphiQL's redirect of the root. */
    static final int ORDER = -2;
    private static final List<String> VIEWS = List.of("search", "timeline", "map", "network", "statistics", "issues", "sources", "changes",
            "new", "signed-in");
    private static final String DESCRIPTION = "A record of negotiations: who met whom, where and when, and which source attests it.";

    private final ExplorerConfig config;
    private final Site site;
    private final Bundle bundle;
    private final PageHandler pages;
    private final RecordPages records;
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    ExplorerPage(ExplorerConfig config, Site site, Bundle bundle, PageHandler pages, RecordPages records) {
        this.config = config;
        this.site = site;
        this.bundle = bundle;
        this.pages = pages;
        this.records = records;
    }

    void open(@Observes Router router) {
        if (!config.enabled()) {
            return;
        }
        router.route("/").order(ORDER).handler(this::send);
        VIEWS.forEach(view -> router.route("/" + view).order(ORDER).handler(this::send));
        for (Kind kind : Kind.values()) {
            router.route("/" + kind.word() + "/:slug").order(ORDER).handler(ExplorerPage::withoutSlash);
            pages.open(router.route("/" + kind.word() + "/:slug").order(ORDER), context -> records.of(context, kind));
        }
        Stream.concat(Stream.of("common"), Arrays.stream(Kind.values()).map(Kind::folder)).map(name -> "schema/" + name + ".json").forEach(
                file -> forReading(router.route("/" + file)).order(ORDER).blockingHandler(context -> sendSchema(context, file), false));
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return; // The framework serves the bundle, which is not on the class path and changes.
        }
        for (String name : List.of("app.js", "app.css")) {
            forReading(router.route(bundle.resolve(name))).order(ORDER)
                    .blockingHandler(context -> sendBundle(context, bundle.resolve(name)), false);
        }
    }

    private static Route forReading(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** The JSON Schema of a kind, of which forms are made. */
    private void sendSchema(RoutingContext context, String name) {
        context.response().putHeader("Cache-Control", "no-cache").putHeader("Vary", "accept-encoding");
        files.computeIfAbsent(name, WebFile::read).send(context);
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
    private void send(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!RequestMethods.requireRead(context)) {
            return;
        }
        if (hasSlash(context)) {
            removeSlash(context);
        } else {
            site.headers().forEach(response::putHeader);
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
            String url = site.url(context.request());
            response.end(Templates
                    .page(site.shell("./"), new Head("Parley", DESCRIPTION, null, null, null, url + ChangeFeed.PATH), null, null).render());
        }
    }

    private static boolean hasSlash(RoutingContext context) {
        return context.request().path().length() > 1 && context.request().path().endsWith("/");
    }

    private static void withoutSlash(RoutingContext context) {
        if (hasSlash(context)) {
            removeSlash(context);
        } else {
            context.next();
        }
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
}
