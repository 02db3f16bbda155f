package org.parley.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/**
 * Settings of authentication and authorization. Quarkus's setting quarkus.oidc.roles.role-claim-path names the claims that contain roles.
 */
@ConfigMapping(prefix = "parley.auth")
public interface AuthConfig {

    /** Who may read. */
    enum Reading {
        /** Everyone, without a token. */
        OPEN,
        /** Clients with a valid token. */
        CLOSED
    }

    /** Roles of a token that make its holder an editor, who may record, amend and attest. */
    @WithDefault("editor")
    Set<String> editorRoles();

    /** Roles of a token that make its holder a curator, who may also retract and resolve. */
    @WithDefault("curator")
    Set<String> curatorRoles();

    /** Who may read. */
    @WithDefault("open")
    Reading reading();

    /** The signing keys of the identity provider. */
    Keys keys();

    interface Keys {

        /** The interval at which keys are fetched: how long a withdrawn key is accepted while the provider can be reached. */
        @WithDefault("30s")
        Duration refreshInterval();

        /** The age from which keys are not used: how long a withdrawn key is accepted while the provider cannot be reached. */
        @WithDefault("10M")
        Duration maxAge();

        /** How long the verification of a token may wait for the provider. */
        @WithDefault("5s")
        Duration timeout();
    }
}
