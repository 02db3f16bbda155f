package org.parley.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One of the values that sources give for a field, and who gives it. */
@Description("One of the values that sources give for a field, and who gives it.")
public record AttestedValue(
        @NonNull @Description("The value in the record's own form; as printed stands with each attestation.") String value,
        @NonNull @Description("Who gives it, and where.") List<@NonNull Attestation> attestations) {}
