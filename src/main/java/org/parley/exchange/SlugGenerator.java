package org.parley.exchange;

import org.parley.text.TextAnalysis;

/**
 * Converts a name to a slug: lower-case Latin letters without accents, transliterated from other scripts, and digits, joined by hyphens.
 */
public final class SlugGenerator {

    private SlugGenerator() {
    }

    /** Returns the slug; empty if the name has no letter or digit that has a Latin form. */
    public static String of(String name) {
        return TextAnalysis.latin(name).replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
