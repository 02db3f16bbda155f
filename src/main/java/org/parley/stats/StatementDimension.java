package org.parley.stats;

import org.eclipse.microprofile.graphql.Description;

/** What statements are counted by. */
@Description("Counts statements by one of these.")
public enum StatementDimension {
    @Description("The year of the date.")
    YEAR,
    @Description("The quarter of the date.")
    QUARTER,
    @Description("The month of the date.")
    MONTH,
    @Description("Each speaker.")
    SPEAKER,
    @Description("Each principal of a speaker: its state, body or movement.")
    PRINCIPAL,
    @Description("Each addressee.")
    ADDRESSEE,
    @Description("Each issue.")
    ISSUE,
    @Description("Each stance of its points.")
    STANCE,
    @Description("A value of `StatementForm`.")
    FORM,
    @Description("Each source that attests it.")
    SOURCE,
    @Description("Whether another statement replies to it: `true` or `false`.")
    ANSWERED,
    @Description("Number of sources that attest it as a whole, not only a field or provision: `0`, `1` ...")
    NUMBER_OF_SOURCES,
    @Description("Each statement that it replies to.")
    IN_REPLY_TO
}
