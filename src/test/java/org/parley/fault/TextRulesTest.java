package org.parley.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid and invalid texts of records. */
class TextRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Baku", "İlham Əliyev", "Степанакерт", "ხანქენდი", "Երևան", "شوشا", "می‌خواهم", "北京", "1,000 km²", "—",
            "a\u00A0b", "one line\nanother", "👩‍🚀 seen", "100 %", "\"quoted\" <b>"})
    void acceptsValidTexts(String text) {
        assertEquals(Optional.empty(), TextRules.fault(text));
        assertEquals(text.replace("\n", "\\n"), TextRules.printable(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\u00A0\u2003", "\u200C\u200D", "\u0301", "\u200E \u200F"})
    void rejectsBlankTexts(String text) {
        assertEquals(Optional.of("is blank; omit it if nothing is known"), TextRules.fault(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "a\n", "\na", "\u00A0a", "a\u3000", "a\u200D", "\u200Ea"})
    void rejectsSurroundingWhiteSpace(String text) {
        assertEquals(Optional.of("starts or ends with white space; remove it"), TextRules.fault(text));
    }

    @Test
    void rejectsInvisibleCharacters() {
        for (int character : List.of(0, 7, 9, 13, 0x1B, 0x7F, 0x85, 0xAD, 0x34F, 0x378, 0x115F, 0x180E, 0x200B, 0x2028, 0x2029, 0x202A,
                0x202E, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xD800, 0xDFFF, 0xE000, 0xFDD0, 0xFEFF, 0xFFA0, 0xFFFE, 0xFFFF, 0x1FFFE,
                0xE0041, 0xF0000, 0x10FFFF)) {
            String text = "a" + new String(Character.toChars(character)) + "b";
            assertEquals(Optional.of("contains the character " + String.format(java.util.Locale.ROOT, "U+%04X", character)
                    + ", which is not allowed; remove it"), TextRules.fault(text));
            assertFalse(TextRules.printable(text).codePoints().anyMatch(each -> each == character));
        }
    }

    /** An invalid character is rejected in any position, and normalization preserves validity. */
    @Test
    void normalizationPreservesValidity() {
        IntStream.range(0, 0x30000).filter(character -> Character.getType(character) != Character.SURROGATE).forEach(character -> {
            String text = "a" + new String(Character.toChars(character)) + "b";
            String normalized = TextRules.normalized(text);
            assertEquals(normalized, TextRules.normalized(normalized));
            assertTrue(TextRules.fault(text).isPresent() == TextRules.fault(normalized).isPresent(), () -> Integer.toHexString(character));
        });
    }
}
