package org.parley.stats;

import org.eclipse.microprofile.graphql.Description;

/** What positions are counted by. */
@Description("Counts positions by one of these.")
public enum PositionDimension {
    @Description("The year of the date.")
    YEAR,
    @Description("The quarter of the date.")
    QUARTER,
    @Description("The month of the date.")
    MONTH,
    @Description("The actor that holds it.")
    ACTOR,
    @Description("Each state, body or movement for which it is held.")
    PRINCIPAL,
    @Description("What the position is about; a slug.")
    ISSUE,
    @Description("The attitude that it expresses: a value of `Stance`.")
    STANCE,
    @Description("Who speaks in the source.")
    VOICE,
    @Description("Each source that attests it.")
    SOURCE,
    @Description("Number of sources that attest it as a whole, not only a field or provision: `0`, `1` ...")
    NUMBER_OF_SOURCES
}
