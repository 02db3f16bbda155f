package org.parley.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What all documents of the explorer have in common: their addresses and headers, and how editors sign in. */
@Singleton
class Site {

    /** An absolute address that can stand in a content security policy. */
    private static final Pattern ADDRESS = Pattern.compile("https?://(?:[\\w.-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?(?:/[\\w./~%+-]*)?");

    private final ExplorerConfig config;
    private final boolean graphiql;
    private final Bundle bundle;
    private final SignIn signIn;

    /** How an editor signs in; null if it is not configured. */
    record SignIn(String issuer, String client, String scope, String origins) {}

    /**
     * The frame of a document.
     *
     * @param base the relative address of the root
     */
    record Shell(String base, boolean graphiql, String style, String script, SignIn signIn) {}

    Site(ExplorerConfig config, Bundle bundle, @ConfigProperty(name = "quarkus.smallrye-graphql.ui.enabled") boolean graphiql,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
        this.config = config;
        this.graphiql = graphiql;
        this.bundle = bundle;
        this.signIn = config.signIn().clientId()
                .flatMap(client -> config.signIn().issuer().or(() -> issuer).map(
                        of -> new SignIn(of, client, config.signIn().scope(), origins(of, config.signIn().origins().orElse(List.of())))))
                .orElse(null);
    }

    Shell shell(String base) {
        return new Shell(base, graphiql, relative("app.css"), relative("app.js"), signIn);
    }

    private String relative(String name) {
        return bundle.resolve(name).substring(1);
    }

    /** Returns the public address of the root, which ends with a slash. */
    String url(HttpServerRequest request) {
        if (config.url().isPresent()) {
            String url = config.url().get();
            return url.endsWith("/") ? url : url + "/";
        }
        HostAndPort host = request.authority();
        boolean plain = host != null && host.host().matches("[\\w.:\\[\\]-]+");
        return request.scheme() + "://" + (plain ? host.host() + (host.port() > 0 ? ":" + host.port() : "") : "localhost") + "/";
    }

    /** Whether other sites may embed records. */
    boolean isEmbeddable() {
        return !config.embeddedBy().equals("'none'");
    }

    /** Nothing is loaded from other sites or run inline, and no other page may frame this one. Only to sign in, the provider is asked. */
    Map<String, String> headers() {
        return headers("script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
                + (signIn == null ? "" : " " + signIn.origins()) + "; base-uri 'self'; form-action 'none'; frame-ancestors 'none'");
    }

    /** A page that others may frame has no scripts. */
    Map<String, String> embeddedHeaders() {
        return headers("style-src 'self'; img-src data:; base-uri 'self'; form-action 'none'; frame-ancestors " + config.embeddedBy());
    }

    private static Map<String, String> headers(String policy) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", "default-src 'none'; " + policy);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        return headers;
    }

    /** The origins that a browser asks to sign in, as in `connect-src`. */
    static String origins(String issuer, List<String> further) {
        return Stream
                .concat(Stream.of(origin("parley.explorer.sign-in.issuer", issuer)),
                        further.stream().map(each -> origin("parley.explorer.sign-in.origins", each)))
                .distinct().collect(Collectors.joining(" "));
    }

    private static String origin(String setting, String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    setting + " is '" + address + "', which is not an address; set one such as https://login.example.org/realms/parley");
        }
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
