package org.parley.exchange;

import java.util.regex.Pattern;
import org.parley.text.TextAnalysis;

/**
 * Converts a name to a slug: lower-case Latin letters without accents, transliterated from other scripts, and digits, joined by hyphens.
 */
public final class SlugGenerator {

    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private SlugGenerator() {
    }

    /** Returns the slug; empty if the name has no letter or digit that has a Latin form. */
    public static String of(String name) {
        String letters = APOSTROPHES.matcher(TextAnalysis.latin(name)).replaceAll("");
        return ENDS.matcher(OTHERS.matcher(letters).replaceAll("-")).replaceAll("");
    }
}
