package org.parley.fault;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Validates texts of records, from files and mutations: Unicode text in normalization form C, without invisible characters. The JSON Schema
 * of a kind limits length and number of lines.
 */
public final class TextRules {

    /** Format characters that some scripts require: joiners and directional marks. */
    private static final Set<Integer> ALLOWED_FORMATS = Set.of(0x200C, 0x200D, 0x200E, 0x200F, 0x061C);
    /** Letters and symbols that look like a space, and a mark without a glyph. */
    private static final Set<Integer> INVISIBLE = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0x034F);

    private TextRules() {
    }

    /** Returns the normalized text, as the database stores it. */
    public static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    public static boolean isNormalized(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /** Normalizes all texts in the arguments of a request. */
    public static Map<String, Object> normalized(Map<String, Object> arguments) {
        Map<String, Object> normalized = new LinkedHashMap<>();
        arguments.forEach((name, value) -> normalized.put(name, normalizedValue(value)));
        return normalized;
    }

    @SuppressWarnings("unchecked")
    private static Object normalizedValue(Object value) {
        if (value instanceof List<?> items) {
            List<Object> normalized = new ArrayList<>();
            items.forEach(item -> normalized.add(normalizedValue(item)));
            return normalized;
        }
        return value instanceof Map<?, ?> fields ? normalized((Map<String, Object>) fields)
                : value instanceof String text ? normalized(text) : value;
    }

    /** Returns what is wrong with a text, and what to do; empty if it is valid. */
    public static Optional<String> fault(String text) {
        OptionalInt wrong = text.codePoints().filter(character -> !isAllowed(character)).findFirst();
        if (wrong.isPresent()) {
            return Optional.of("contains the character " + name(wrong.getAsInt()) + ", which is not allowed; remove it");
        }
        if (!text.isEmpty() && text.codePoints().noneMatch(TextRules::isVisible)) {
            return Optional.of("is blank; omit it if nothing is known");
        }
        if (!text.isEmpty() && (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length())))) {
            return Optional.of("starts or ends with white space; remove it");
        }
        return Optional.empty();
    }

    /** Returns the text with a blank for each run of white space and invalid characters, on one line. */
    public static String oneLine(String text) {
        if (text.chars().allMatch(character -> character > ' ' && character < 0x7F || character == ' ') && !text.contains("  ")) {
            return text.strip();
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().map(character -> isAllowed(character) && !isSpace(character) ? character : ' ').forEach(line::appendCodePoint);
        return line.toString().replaceAll("\\s+", " ").strip();
    }

    /** Returns the text with invalid characters and line breaks escaped, for logs and terminals. */
    public static String printable(String text) {
        if (text.codePoints().allMatch(character -> isAllowed(character) && character != '\n')) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (character == '\n') {
                printable.append("\\n");
            } else if (isAllowed(character)) {
                printable.appendCodePoint(character);
            } else {
                printable.append('<').append(name(character)).append('>');
            }
        });
        return printable.toString();
    }

    private static boolean isAllowed(int character) {
        if (character >= ' ' && character <= '~') {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n';
            case Character.FORMAT -> ALLOWED_FORMATS.contains(character);
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> !INVISIBLE.contains(character);
        };
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                false;
            default -> true;
        };
    }

    /** White space and format characters, which may be between visible characters only. */
    private static boolean isSpace(int character) {
        return character == '\n' || Character.getType(character) == Character.SPACE_SEPARATOR
                || Character.getType(character) == Character.FORMAT;
    }

    private static String name(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
