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

    /** Role of clients that may record, amend and attest. */
    public static final String EDITOR = "EDITOR";
    /** Role of clients that may also retract records and resolve discrepancies. */
    public static final String CURATOR = "CURATOR";

    /** The name of changes made by loading files. No editor may have it. */
    public static final String LOAD = "load";

    public static final Caller ANONYMOUS = new Caller(null, null, null, Set.of());

    private static final int ID_LENGTH = 32;

    public boolean isAnonymous() {
        return subject == null;
    }

    /** Returns an id of the client that does not reveal its identifier at the provider. */
    public String id() {
        return id(issuer, subject);
    }

    /** Returns the first 128 bits of the SHA-256 of issuer, line feed and subject, in hexadecimal; null without a subject. */
    public static String id(String issuer, String subject) {
        return subject == null ? null : HashUtil.sha256(issuer + "\n" + subject).substring(0, ID_LENGTH);
    }

    /** Whether the client has the role. A curator also has the role of an editor. */
    boolean hasRole(String role) {
        return roles.contains(role) || role.equals(EDITOR) && roles.contains(CURATOR);
    }
}
