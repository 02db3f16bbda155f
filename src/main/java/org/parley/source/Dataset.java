package org.parley.source;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The loaded data set.")
public record Dataset(
        @NonNull @Description("Latest revision of the database. Changes with every write, and only then.") String revision,
        @NonNull @Description("When a load last changed the data set.") Instant loadedAt) {}
