package org.parley.source;

import org.eclipse.microprofile.graphql.Description;

@Description("The sort of document.")
public enum SourceKind {
    @Description("A piece that argues its author's view.")
    OPINION,
    @Description("An examination of causes or prospects.")
    ANALYSIS,
    @Description("A report on current events.")
    NEWS,
    @Description("A scholarly publication.")
    PAPER,
    @Description("Issued by a state or body.")
    OFFICIAL_DOCUMENT,
    @Description("A collection of data.")
    DATASET,
    @Description("Anything else.")
    OTHER
}
