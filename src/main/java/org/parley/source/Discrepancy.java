package org.parley.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Sources that disagree on one field of one record, or print what cannot be meant. */
@Description("Sources that disagree on one field of one record, or print what cannot be meant.")
public record Discrepancy(
        @NonNull @Description("The record.") Record record,
        @NonNull @Description("The field, as named in this schema.") String field,
        @NonNull @Description("The value that the record shows.") String shown,
        @NonNull @Description("Why that one: MOST_PRECISE, MOST_SOURCES, PRIMARY_WORDING, EDITOR.") ResolutionRule rule,
        @Description("The reason, in an editor's words.") String note,
        @NonNull @Description("Every value that a source gives, the one shown first.") List<@NonNull AttestedValue> values) {}
