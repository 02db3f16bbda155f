package org.parley.rights;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Who may do what. quarkus.oidc.roles.role-claim-path says which claims of a token give roles. */
@ConfigMapping(prefix = "parley.rights")
public interface RightsConfig {

    /** Whom the record is shown to. */
    enum Reading {
        /** Everyone. */
        OPEN,
        /** Those whose token the provider vouches for. */
        CLOSED
    }

    /** The roles of a token that make an editor, who may record, amend and attest. */
    @WithDefault("editor")
    Set<String> editor();

    /** The roles of a token that make a curator, who may also retract and resolve. */
    @WithDefault("curator")
    Set<String> curator();

    /** Whom the record is shown to. */
    @WithDefault("open")
    Reading reading();

    /** The provider's signing keys. */
    Keys keys();

    interface Keys {

        /** How often they are fetched: so long a withdrawn key is accepted while the provider can be reached. */
        @WithDefault("30s")
        Duration refresh();

        /** Older keys are not used: so long a withdrawn key is accepted while the provider cannot be reached. */
        @WithDefault("10M")
        Duration maxAge();

        /** How long a token waits for the provider. */
        @WithDefault("5s")
        Duration timeout();
    }
}
