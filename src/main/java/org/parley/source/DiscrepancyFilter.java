package org.parley.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.parley.record.Kind;

/** Conditions on discrepancies. */
@Input("DiscrepancyFilter")
@Description("Selects discrepancies. All given fields must match; of a list, any value. An empty list matches nothing.")
public record DiscrepancyFilter(
        @Description("Of records of these kinds.") List<Kind> types,
        @Description("On any of these fields, as named in this schema.") List<String> fields,
        @Description("Resolved by any of these rules.") List<ResolutionRule> rules,
        @Description("""
                Only where two or more of these sources, given by slug, disagree with one another. Fewer than two, \
                and so an empty list, are `BAD_USER_INPUT`. Two editions of a \
                source give what the later one changed.""") List<String> sources) {}
