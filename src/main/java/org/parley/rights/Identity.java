package org.parley.rights;

import java.time.Instant;
import org.parley.graphql.Caller;

/**
 * Who asks, and until when that holds.
 *
 * @param until when the token expires; null for nobody, who needs none
 */
public record Identity(Caller caller, Instant until) {

    public static final Identity NOBODY = new Identity(Caller.ANONYMOUS, null);
}
