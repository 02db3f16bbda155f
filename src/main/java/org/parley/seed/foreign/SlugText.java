package org.parley.seed.foreign;

import java.text.Normalizer;
import java.util.Locale;

/** A name as a slug: Latin letters without accents, in lower case, joined by hyphens. */
final class SlugText {

    private SlugText() {
    }

    /** Empty where the name has no Latin letter and no digit. */
    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("['’]", "").toLowerCase(Locale.ROOT)
                .replace("ı", "i").replace("ə", "a").replace("ł", "l").replace("ø", "o").replace("ß", "ss").replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
