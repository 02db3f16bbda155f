package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How many records of a kind there are. */
@Description("How many records of a kind there are.")
public record RecordCount(@NonNull @Description("The kind.") RecordType type, @NonNull @Description("How many there are.") int count) {}
