package org.parley.stats;

import org.eclipse.microprofile.graphql.Description;

/** What agreements are counted by. */
@Description("Counts agreements by one of these.")
public enum AgreementDimension {
    @Description("The year of the date.")
    YEAR,
    @Description("The quarter of the date.")
    QUARTER,
    @Description("The month of the date.")
    MONTH,
    @Description("Each party.")
    PARTY,
    @Description("Each mediator.")
    MEDIATOR,
    @Description("A value of `AgreementKind`.")
    KIND,
    @Description("How far the agreement got.")
    STATUS,
    @Description("Each issue.")
    ISSUE,
    @Description("Each source that attests it.")
    SOURCE,
    @Description("Number of sources that attest it as a whole, not only a field or provision: `0`, `1` ...")
    NUMBER_OF_SOURCES
}
