package org.parley.source;

import org.eclipse.microprofile.graphql.NonNull;
import org.parley.record.IdentifierScheme;

/** The identifier of a record in another register. Described by the definition. */
public record Identifier(@NonNull String scheme, @NonNull String value, String url) {

    /**
     * Derives the URL of a known scheme.
     *
     * @param stored the URL of the entry, or null
     */
    static Identifier of(String scheme, String value, String stored) {
        return new Identifier(scheme, value, IdentifierScheme.of(scheme).flatMap(known -> known.url(value)).orElse(stored));
    }
}
