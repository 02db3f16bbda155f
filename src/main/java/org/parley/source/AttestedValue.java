package org.parley.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One of the values that sources give for a field.")
public record AttestedValue(
        @NonNull @Description("The value in the record's own form. `attestations` have it as printed.") String value,
        @NonNull @Description("The attestations that give this value.") List<@NonNull Attestation> attestations) {}
