package org.parley.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds security headers to every response. Browsers may load nothing from it, unless a page sets its own Content-Security-Policy. */
@ApplicationScoped
class SecurityHeaders {

    /** Before every handler that may respond. */
    private static final int ORDER = Integer.MIN_VALUE;

    private final Map<CharSequence, CharSequence> headers = new LinkedHashMap<>();

    SecurityHeaders(HttpConfig config) {
        add("X-Content-Type-Options", "nosniff");
        add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        add("Referrer-Policy", "no-referrer");
        config.strictTransportSecurity().ifPresent(value -> add("Strict-Transport-Security", value));
    }

    private void add(String name, String value) {
        headers.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    void open(@Observes Router router) {
        router.route().order(ORDER).handler(this::set);
    }

    void openManagement(@Observes ManagementInterface management) {
        management.router().route().order(ORDER).handler(this::set);
    }

    private void set(RoutingContext context) {
        MultiMap response = context.response().headers();
        headers.forEach(response::set);
        context.next();
    }
}
