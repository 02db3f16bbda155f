package org.parley.auth;

import java.time.Instant;
import org.parley.graphql.Caller;

/**
 * The authenticated client.
 *
 * @param expiry when the token expires; null if the client is anonymous
 */
public record Identity(Caller caller, Instant expiry) {

    public static final Identity ANONYMOUS = new Identity(Caller.ANONYMOUS, null);
}
