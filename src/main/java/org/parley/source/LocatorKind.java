package org.parley.source;

import static org.parley.source.SourceKind.ANALYSIS;
import static org.parley.source.SourceKind.DATASET;
import static org.parley.source.SourceKind.NEWS;
import static org.parley.source.SourceKind.OFFICIAL_DOCUMENT;
import static org.parley.source.SourceKind.OPINION;
import static org.parley.source.SourceKind.OTHER;
import static org.parley.source.SourceKind.PAPER;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The parts of a source that a locator may name, from the widest to the narrowest, and the kinds of source that have them. */
public enum LocatorKind {
    TITLE("", EnumSet.allOf(SourceKind.class)),
    ABSTRACT("", EnumSet.of(ANALYSIS, PAPER, OFFICIAL_DOCUMENT, OTHER)),
    AUTHOR_NOTE("", EnumSet.of(OPINION, ANALYSIS, NEWS, PAPER, OTHER)),
    DISCLAIMER("", EnumSet.allOf(SourceKind.class)),
    PUBLICATION_LINE("", EnumSet.allOf(SourceKind.class)),
    CAPTION("", EnumSet.of(OPINION, ANALYSIS, NEWS, PAPER, OFFICIAL_DOCUMENT, OTHER)),
    SIGNATURES("", EnumSet.of(OFFICIAL_DOCUMENT, OTHER)),
    ANNEX("1", EnumSet.of(ANALYSIS, PAPER, OFFICIAL_DOCUMENT, OTHER)),
    ARTICLE("3", EnumSet.of(OFFICIAL_DOCUMENT, OTHER)),
    SECTION("3.1", EnumSet.allOf(SourceKind.class)),
    PAGE("12", EnumSet.allOf(SourceKind.class)),
    PARAGRAPH("4", EnumSet.allOf(SourceKind.class)),
    FOOTNOTE("25", EnumSet.allOf(SourceKind.class)),
    TABLE("3", EnumSet.of(ANALYSIS, NEWS, PAPER, OFFICIAL_DOCUMENT, DATASET, OTHER)),
    /** A row of the whole data set. A table may have rows in any kind of source. */
    ROW("118", EnumSet.of(DATASET, OTHER)),
    RECORD("AgtId 864", EnumSet.of(DATASET, OTHER)),
    /** Hours, minutes and seconds from the beginning of a recording. */
    TIME("00:14:30", EnumSet.of(OPINION, ANALYSIS, NEWS, OTHER));

    private final String example;
    private final Set<SourceKind> kinds;

    LocatorKind(String example, Set<SourceKind> kinds) {
        this.example = example;
        this.kinds = kinds;
    }

    /** Returns the word in locators: `author note`, `paragraph`. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether a value follows the word: `paragraph 4`, but `title`. */
    public boolean hasValue() {
        return !example.isEmpty();
    }

    /** Returns a locator of this kind. */
    public String example() {
        return hasValue() ? word() + " " + example : word();
    }

    /** Returns the kinds of source that have such a part. */
    Set<SourceKind> kinds() {
        return kinds;
    }

    /** Whether sources of this kind have such a part. */
    public boolean isIn(SourceKind kind) {
        return kinds.contains(kind);
    }
}
