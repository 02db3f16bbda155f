package org.parley.seed.stored;

import java.util.Locale;

/** Of the attestation `t`: that it stands at a paragraph or footnote behind the last. */
public final class LocatorSql {

    private LocatorSql() {
    }

    /** The condition, where a source has so many of each. */
    public static String beyond(String paragraphs, String footnotes) {
        return String.format(Locale.ROOT, """
                t.locator ~ '^(paragraph|footnote) ' and cast(split_part(t.locator, ' ', 2) as numeric) > case split_part(t.locator, ' ', 1)
                    when 'paragraph' then %s else %s end""", paragraphs, footnotes);
    }
}
