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
 * Texts that the record keeps, from a file or from an editor: Unicode text in normalization form C, of visible characters and what stands
 * between them. How long a text may be, and whether it may have several lines, is said in the JSON Schema of its kind of record.
 */
public final class RecordedText {

    /** Format characters that some scripts need: joiners, and marks of direction that end by themselves. */
    private static final Set<Integer> NEEDED = Set.of(0x200C, 0x200D, 0x200E, 0x200F, 0x061C);
    /** Letters and symbols that look like a space, and a mark that shows nothing. */
    private static final Set<Integer> INVISIBLE = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0x034F);

    private RecordedText() {
    }

    /** The text as it is kept: a letter and its accents as one character where there is one. */
    public static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    public static boolean isNormalized(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /** The same of all texts in the arguments of a request. */
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

    /** What is wrong with a text, and what to do; empty where nothing is. */
    public static Optional<String> fault(String text) {
        OptionalInt wrong = text.codePoints().filter(character -> !isAllowed(character)).findFirst();
        if (wrong.isPresent()) {
            return Optional.of("holds the character " + name(wrong.getAsInt()) + ", which no text may hold; write it without");
        }
        if (!text.isEmpty() && text.codePoints().noneMatch(RecordedText::isVisible)) {
            return Optional.of("is blank; leave it out where nothing is known");
        }
        if (!text.isEmpty() && (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length())))) {
            return Optional.of("begins or ends with white space; write it without");
        }
        return Optional.empty();
    }

    /** The same text with each character that no text may hold written as its number: safe for a log and a terminal. */
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
            case Character.FORMAT -> NEEDED.contains(character);
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

    /** What may stand between visible characters only. */
    private static boolean isSpace(int character) {
        return character == '\n' || Character.getType(character) == Character.SPACE_SEPARATOR
                || Character.getType(character) == Character.FORMAT;
    }

    private static String name(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
