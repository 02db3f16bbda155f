package org.parley.stats;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.record.Kind;

/** The value of one dimension. `raw` is its key in SQL, and `kind` that of the record it is the key of; null if of none. */
@Description("The value of one dimension.")
public record StatsKey(
        @Ignore String raw,
        @Ignore Kind kind,
        @NonNull @Description("One of those given as `by`.") String dimension,
        @Description("""
                A period (`2023`, `2023-Q3`, `2023-07`), a slug, a value of an enumeration, `true` or `false`. Null if the record has none, \
                or its date is not known that exactly.""") String value,
        @NonNull @Description("The value for display: the name of the record, a period in words.") String label) {}
