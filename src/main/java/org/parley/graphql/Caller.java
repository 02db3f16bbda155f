package org.parley.graphql;

import io.quarkus.runtime.util.HashUtil;
import java.util.Set;

/**
 * The client of a request. Issuer and subject identify it: names are neither unique nor stable.
 *
 * @param issuer the identity provider; null for an anonymous client
 * @param subject the client's identifier at that provider; null for an anonymous client
 * @param name the name that the change log shows
 */
public record Caller(String issuer, String subject, String name, Set<String> roles) {

    /** Records, amends and attests. */
    public static final String EDITOR = "EDITOR";
    /** Also retracts, and settles what sources disagree on. */
    public static final String CURATOR = "CURATOR";

    /** The name that the change log shows for changes made by loading files: no editor may have it. */
    public static final String LOAD = "load";

    public static final Caller ANONYMOUS = new Caller(null, null, null, Set.of());

    private static final int ID_LENGTH = 32;

    public boolean isAnonymous() {
        return subject == null;
    }

    /** Identifies the client without showing its identifier at the provider. */
    public String id() {
        return id(issuer, subject);
    }

    /** The first 128 bits of the SHA-256 of issuer, line feed and subject, in hexadecimal; null without a subject. */
    public static String id(String issuer, String subject) {
        return subject == null ? null : HashUtil.sha256(issuer + "\n" + subject).substring(0, ID_LENGTH);
    }

    /** Whether it may do what needs that role: a curator may do what an editor may. */
    boolean may(String role) {
        return roles.contains(role) || role.equals(EDITOR) && roles.contains(CURATOR);
    }
}
