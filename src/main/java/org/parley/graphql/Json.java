package org.parley.graphql;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;

/** A JSON text. Responses contain it as a JSON value, not as a string. */
@CustomScalar("JSON")
public record Json(String text) implements CustomStringScalar {

    /** Returns null for null. */
    public static Json of(String text) {
        return text == null ? null : new Json(text);
    }

    @Override
    public String stringValueForSerialization() {
        return text;
    }
}
