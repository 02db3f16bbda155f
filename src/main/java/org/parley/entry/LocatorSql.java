package org.parley.entry;

import java.util.Locale;
import java.util.stream.Stream;
import org.parley.source.Locator;
import org.parley.source.SourceKind;

/** SQL condition on the attestation `t`: the source has no such part, because of its kind or because it ends before. */
public final class LocatorSql {

    private LocatorSql() {
    }

    /**
     * Returns the condition. Its parameters are `:kinds` and `:patterns`.
     *
     * @param paragraphs SQL expression: number of paragraphs of the source
     * @param footnotes SQL expression: number of footnotes of the source
     * @param kind SQL expression: kind of the source
     */
    public static String invalid(String paragraphs, String footnotes, String kind) {
        return String.format(Locale.ROOT,
                """
                        (t.locator ~ '^(paragraph|footnote) ' and cast(split_part(t.locator, ' ', 2) as numeric) > case split_part(t.locator, ' ', 1)
                            when 'paragraph' then %s else %s end
                        or t.locator !~ (select p.pattern from unnest(cast(:kinds as text[]), cast(:patterns as text[])) p (kind, pattern)
                            where p.kind = %s))""",
                paragraphs, footnotes, kind);
    }

    /** Returns the value of the parameter `:kinds`. */
    public static String[] kinds() {
        return Stream.of(SourceKind.values()).map(SourceKind::name).toArray(String[]::new);
    }

    /** Returns the value of the parameter `:patterns`. */
    public static String[] patterns() {
        return Stream.of(SourceKind.values()).map(Locator::pattern).toArray(String[]::new);
    }
}
