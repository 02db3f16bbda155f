package org.parley.source;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What is loaded. */
@Description("What is loaded.")
public record Dataset(
        @NonNull @Description("Changes with every write, and only with a write: equal revisions are equal records.") String revision,
        @NonNull @Description("When the data set was last loaded with a change.") Instant loadedAt) {}
