package org.parley.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A field on which sources disagree, or for which a source prints an obvious error.")
public record Discrepancy(
        @NonNull @Description("The record the field belongs to.") AnyRecord record,
        @NonNull @Description("The field, as named in this schema.") String field,
        @NonNull @Description("""
                The value the record shows. Of the `participations` of an agreement: the actors with another role than party and \
                mediator.""") String shown,
        @NonNull @Description("Why this value is shown.") ResolutionRule rule,
        @Description("The editor's reason; null if none was given.") String note,
        @NonNull @Description("Every value that a source gives, the one shown first.") List<@NonNull AttestedValue> values) {}
