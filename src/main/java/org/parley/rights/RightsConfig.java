package org.parley.rights;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who may do what. Where in a token its roles stand is quarkus.oidc.roles.role-claim-path. */
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
}
