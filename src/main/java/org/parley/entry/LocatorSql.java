package org.parley.entry;

import java.util.Locale;

/** SQL condition on the attestation `t`: its locator is a paragraph or footnote beyond the last one of the source. */
public final class LocatorSql {

    private LocatorSql() {
    }

    /**
     * Returns the condition.
     *
     * @param paragraphs SQL expression: number of paragraphs of the source
     * @param footnotes SQL expression: number of footnotes of the source
     */
    public static String beyond(String paragraphs, String footnotes) {
        return String.format(Locale.ROOT, """
                t.locator ~ '^(paragraph|footnote) ' and cast(split_part(t.locator, ' ', 2) as numeric) > case split_part(t.locator, ' ', 1)
                    when 'paragraph' then %s else %s end""", paragraphs, footnotes);
    }
}
