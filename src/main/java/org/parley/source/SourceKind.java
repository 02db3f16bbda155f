package org.parley.source;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;

@Description("The kind of document, such as a news item, a paper or a data set.")
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
    OTHER;

    /** Returns the kind of this name; empty if there is none. */
    public static Optional<SourceKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
