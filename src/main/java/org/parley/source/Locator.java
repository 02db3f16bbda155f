package org.parley.source;

import static org.parley.source.LocatorKind.ANNEX;
import static org.parley.source.LocatorKind.ARTICLE;
import static org.parley.source.LocatorKind.FOOTNOTE;
import static org.parley.source.LocatorKind.PAGE;
import static org.parley.source.LocatorKind.PARAGRAPH;
import static org.parley.source.LocatorKind.RECORD;
import static org.parley.source.LocatorKind.ROW;
import static org.parley.source.LocatorKind.SECTION;
import static org.parley.source.LocatorKind.TABLE;
import static org.parley.source.LocatorKind.TIME;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where in a source: `paragraph 4`, or several parts from the widest to the narrowest: `annex 1 article 2 paragraph 3`, `table 3 row 5`.
 *
 * @param parts the value of each part in its order; empty for a part without value, such as `title`
 */
public record Locator(Map<LocatorKind, String> parts) {

    /** The pattern of all locators. */
    public static final String PATTERN = pattern(kind -> true);

    private static final String NUMBER = " [1-9][0-9]*";
    private static final String NUMBERS = " [1-9][0-9]*(\\.[1-9][0-9]*)*";
    private static final Pattern ALL = compiled(PATTERN);
    private static final Map<SourceKind, Pattern> BY_KIND = Stream.of(SourceKind.values()).collect(
            Collectors.toMap(kind -> kind, kind -> compiled(pattern(kind)), (one, other) -> one, () -> new EnumMap<>(SourceKind.class)));

    /** The attestations of a record mostly have one locator. */
    private static volatile Known lastValid = new Known(null, "");

    private record Known(SourceKind kind, String locator) {}

    /** Reads a locator; empty parts if it is not one. */
    public static Locator of(String text) {
        Map<LocatorKind, String> parts = new LinkedHashMap<>();
        if (!ALL.matcher(text).find()) {
            return new Locator(parts);
        }
        String rest = text;
        while (!rest.isEmpty()) {
            LocatorKind kind = first(rest);
            int begin = Math.min(rest.length(), kind.word().length() + 1);
            int end = kind == RECORD || rest.indexOf(' ', begin) < 0 ? rest.length() : rest.indexOf(' ', begin);
            parts.put(kind, rest.substring(begin, end));
            rest = rest.substring(end).stripLeading();
        }
        return new Locator(parts);
    }

    private static LocatorKind first(String text) {
        return Stream.of(LocatorKind.values()).filter(kind -> (text + " ").startsWith(kind.word() + " ")).findFirst().orElseThrow();
    }

    /** `$` would also match before a final line break. */
    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern.replaceFirst("\\$$", "\\\\z"));
    }

    /** Whether a source of this kind may have this locator. */
    public static boolean isIn(SourceKind kind, String locator) {
        Known valid = lastValid;
        if (valid.kind == kind && valid.locator.equals(locator)) {
            return true;
        }
        boolean isIn = BY_KIND.get(kind).matcher(locator).find();
        lastValid = isIn ? new Known(kind, locator) : valid;
        return isIn;
    }

    /** Returns the pattern of the locators that a source of this kind may have. PostgreSQL reads it, too. */
    public static String pattern(SourceKind kind) {
        return pattern(part -> part.isIn(kind));
    }

    /** Returns examples of the locators that a source of this kind may have. */
    public static String examples(SourceKind kind) {
        return Stream.of(LocatorKind.values()).filter(part -> part.isIn(kind)).map(LocatorKind::example).collect(Collectors.joining(", "));
    }

    /** Returns which locators not all kinds of source have, as a sentence for each: `article: OFFICIAL_DOCUMENT, OTHER`. */
    static String rules() {
        return "Only some kinds of source have " + Stream.of(LocatorKind.values())
                .filter(part -> part.kinds().size() < SourceKind.values().length).map(part -> "`" + part.word() + "` ("
                        + part.kinds().stream().map(SourceKind::name).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(", ")) + ".";
    }

    private static String pattern(Predicate<LocatorKind> has) {
        List<String> alone = new ArrayList<>(Stream.of(LocatorKind.values()).filter(has).filter(kind -> !kind.hasValue() || kind == ANNEX)
                .map(kind -> kind.word() + (kind == ANNEX ? NUMBER : "")).toList());
        addIf(has.test(ROW), alone, ROW.word() + NUMBER);
        addIf(has.test(RECORD), alone, RECORD.word() + " \\S+( \\S+)*");
        addIf(has.test(TIME), alone, TIME.word() + " [0-9]{2}:[0-5][0-9]:[0-5][0-9]");
        List<String> inAnnex = new ArrayList<>();
        inAnnex.add("(" + words(has, PARAGRAPH, FOOTNOTE) + ")" + NUMBER);
        inAnnex.add("(" + words(has, PAGE) + NUMBER + "|(" + words(has, ARTICLE, SECTION) + ")" + NUMBERS + ")( paragraph" + NUMBER + ")?");
        addIf(has.test(TABLE), inAnnex, TABLE.word() + NUMBER + "( row" + NUMBER + ")?");
        String annex = has.test(ANNEX) ? "(annex" + NUMBER + " )?" : "";
        return String.format(Locale.ROOT, "^(%s|%s(%s))$", String.join("|", alone), annex, String.join("|", inAnnex));
    }

    private static void addIf(boolean wanted, List<String> patterns, String pattern) {
        if (wanted) {
            patterns.add(pattern);
        }
    }

    private static String words(Predicate<LocatorKind> has, LocatorKind... kinds) {
        return Stream.of(kinds).filter(has).map(LocatorKind::word).collect(Collectors.joining("|"));
    }
}
