package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.record.Kind;

@Description("Number of records of one kind.")
public record RecordCount(@NonNull @Description("The kind counted.") Kind type, @NonNull @Description("Number of records.") int count) {}
