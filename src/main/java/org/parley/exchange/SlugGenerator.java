package org.parley.exchange;

import java.text.Normalizer;
import java.util.Locale;

/** Converts a name to a slug: lower-case Latin letters without accents and digits, joined by hyphens. */
final class SlugGenerator {

    private SlugGenerator() {
    }

    /** Returns the slug; empty if the name has no Latin letter or digit. */
    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("['’]", "").toLowerCase(Locale.ROOT)
                .replace("ı", "i").replace("ə", "a").replace("ł", "l").replace("ø", "o").replace("ß", "ss").replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
