package org.parley.source;

import org.eclipse.microprofile.graphql.Description;

@Description("Why one of several values is the one shown.")
public enum ResolutionRule {
    @Description("It is the most exact.")
    MOST_PRECISE,
    @Description("Most sources give it.")
    MOST_SOURCES,
    @Description("The document itself says so.")
    PRIMARY_WORDING,
    @Description("An editor chose it, for the reason in the note.")
    EDITOR
}
