package org.parley.record;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules for web addresses: absolute, http or https, with a host, without user information, and at most 2,000 characters. */
public final class WebAddress {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebAddress() {
    }

    /** Returns what is wrong with an address, and what to write instead; empty if it is valid. */
    public static Optional<String> fault(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("is longer than " + MAX_LENGTH + " characters; shorten it");
        }
        try {
            URI address = new URI(text);
            if (address.getScheme() == null || !SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
                return Optional.of("is not a web address; write one that begins with https:// or http://");
            }
            if (address.getRawAuthority() != null && address.getRawAuthority().contains("@")) {
                return Optional.of("contains a user name or password before the host; remove it");
            }
            return address.getHost() == null || address.getPort() > MAX_PORT
                    ? Optional.of("has no valid host; write an address such as https://example.org/page, with the host in ASCII letters")
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("is not a web address (" + e.getReason().toLowerCase(Locale.ROOT) + " at character " + (e.getIndex() + 1)
                    + "); percent-encode characters that addresses cannot contain");
        }
    }

    /** Returns the host of a valid address in lower case, with the port if it has one: `example.org`, `example.org:8443`. */
    public static String host(String address) {
        URI parsed = URI.create(address);
        return parsed.getHost().toLowerCase(Locale.ROOT) + (parsed.getPort() < 0 ? "" : ":" + parsed.getPort());
    }
}
