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

/** Which texts the record keeps. */
class RecordedTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Baku", "İlham Əliyev", "Степанакерт", "ხანქენდი", "Երևան", "شوشا", "می‌خواهم", "北京", "1,000 km²", "—",
            "a\u00A0b", "one line\nanother", "👩‍🚀 seen", "100 %", "\"quoted\" <b>"})
    void keepsTexts(String text) {
        assertEquals(Optional.empty(), RecordedText.fault(text));
        assertEquals(text.replace("\n", "\\n"), RecordedText.printable(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\u00A0\u2003", "\u200C\u200D", "\u0301", "\u200E \u200F"})
    void refusesBlanks(String text) {
        assertEquals(Optional.of("is blank; leave it out where nothing is known"), RecordedText.fault(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "a\n", "\na", "\u00A0a", "a\u3000", "a\u200D", "\u200Ea"})
    void refusesWhiteSpaceAtTheEnds(String text) {
        assertEquals(Optional.of("begins or ends with white space; write it without"), RecordedText.fault(text));
    }

    @Test
    void refusesCharactersThatSayNothing() {
        for (int character : List.of(0, 7, 9, 13, 0x1B, 0x7F, 0x85, 0xAD, 0x34F, 0x378, 0x115F, 0x180E, 0x200B, 0x2028, 0x2029, 0x202A,
                0x202E, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xD800, 0xDFFF, 0xE000, 0xFDD0, 0xFEFF, 0xFFA0, 0xFFFE, 0xFFFF, 0x1FFFE,
                0xE0041, 0xF0000, 0x10FFFF)) {
            String text = "a" + new String(Character.toChars(character)) + "b";
            assertEquals(Optional.of("holds the character " + String.format(java.util.Locale.ROOT, "U+%04X", character)
                    + ", which no text may hold; write it without"), RecordedText.fault(text));
            assertFalse(RecordedText.printable(text).codePoints().anyMatch(each -> each == character));
        }
    }

    /** What is refused is refused wherever it stands, and normalizing makes no text of one that is none. */
    @Test
    void everyCharacterIsTheSameInBothForms() {
        IntStream.range(0, 0x30000).filter(character -> Character.getType(character) != Character.SURROGATE).forEach(character -> {
            String text = "a" + new String(Character.toChars(character)) + "b";
            String normalized = RecordedText.normalized(text);
            assertEquals(normalized, RecordedText.normalized(normalized));
            assertTrue(RecordedText.fault(text).isPresent() == RecordedText.fault(normalized).isPresent(),
                    () -> Integer.toHexString(character));
        });
    }
}
