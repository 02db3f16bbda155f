package org.parley.source;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of document it is.")
public enum SourceKind {
    @Description("A piece that argues its author's view.")
    OPINION,
    @Description("An analysis.")
    ANALYSIS,
    @Description("A news report.")
    NEWS,
    @Description("A scholarly paper.")
    PAPER,
    @Description("A document of a state or body.")
    OFFICIAL_DOCUMENT,
    @Description("A collection of data.")
    DATASET,
    @Description("Anything else.")
    OTHER
}
