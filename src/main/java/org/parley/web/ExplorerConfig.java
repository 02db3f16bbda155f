package org.parley.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

    /** How editors sign in. The identity provider is that of `quarkus.oidc.auth-server-url`. */
    interface SignIn {

        /** The id of the public client that the provider knows the explorer by. Without it, the explorer does not sign in. */
        Optional<String> clientId();

        /** The scopes that the explorer requests, separated by spaces. */
        @WithDefault("openid")
        String scope();
    }
}
