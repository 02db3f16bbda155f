package org.parley.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Settings of the explorer. */
@ConfigMapping(prefix = "parley.explorer")
interface ExplorerConfig {

    /** Whether the explorer is at `/`; if not, `/` leads to GraphiQL. */
    boolean enabled();

    /**
     * The public address of the service, such as `https://parley.example.org/`, for canonical links, the sitemap, the feed and embedding.
     * Default: the scheme and host of each request.
     */
    Optional<String> url();

    /** The sites that may embed records, as in `frame-ancestors` of a Content-Security-Policy; `'none'` forbids embedding. */
    @WithDefault("*")
    String embeddedBy();

    SignIn signIn();

    /** How editors sign in. */
    interface SignIn {

        /** The issuer, as a browser reaches it. Default: `quarkus.oidc.auth-server-url`, which may be an address inside a cluster. */
        Optional<String> issuer();

        /** Further origins that a browser asks to sign in, such as that of the token endpoint if it is on another host. */
        Optional<List<String>> origins();

        /** The id of the public client that the provider knows the explorer by. Without it, the explorer does not sign in. */
        Optional<String> clientId();

        /** The scopes that the explorer requests, separated by spaces. */
        @WithDefault("openid")
        String scope();
    }
}
