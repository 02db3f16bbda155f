package org.parley.source;

import org.eclipse.microprofile.graphql.Description;

@Description("The rule that chose one of several attested values.")
public enum ResolutionRule {
    @Description("The most exact value.")
    MOST_PRECISE,
    @Description("The value that most sources give.")
    MOST_SOURCES,
    @Description("The wording of the document itself.")
    PRIMARY_WORDING,
    @Description("The choice of an editor, explained in the note.")
    EDITOR
}
