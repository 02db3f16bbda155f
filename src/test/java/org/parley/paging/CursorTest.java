package org.parley.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.fault.BadUserInputException;

/** A decoded cursor equals the encoded one; any other text is rejected. */
class CursorTest {

    private static final String LIST = "meetings";
    private static final Cursor BRUSSELS = new Cursor(LIST, "2023-07-15", "brussels-2023-07-15");

    private static void assertNoCursor(String argument, String text) {
        BadUserInputException rejected = assertThrows(BadUserInputException.class, () -> Cursor.decode(argument, text, LIST), text);
        assertEquals(
                argument + ": invalid cursor '" + text + "'; send a cursor that this list returned, or omit it to start at the beginning",
                rejected.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"2023-07-15, brussels", "infinity, prague", "Երևան, Ağdam/1", "'', ''"})
    void decodesWhatItEncodes(String key, String slug) {
        Cursor cursor = new Cursor(LIST, key, slug);
        assertEquals(cursor, Cursor.decode("after", cursor.encode(), LIST));
        assertTrue(cursor.encode().matches("[\\w-]+"), "can be sent in an address: " + cursor.encode());
    }

    @Test
    void truncatedCursorIsRejected() {
        String whole = BRUSSELS.encode();
        for (int end = 0; end < whole.length(); end++) {
            assertNoCursor("after", whole.substring(0, end));
        }
    }

    @Test
    void cursorWithAModifiedByteIsRejected() {
        byte[] whole = Base64.getUrlDecoder().decode(BRUSSELS.encode());
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            assertNoCursor("before", Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "meetings", "a b", "%", "AAAA", "bWVldGluZ3MKCgo"})
    void textThatIsNoCursorIsRejected(String text) {
        assertNoCursor("after", text);
    }

    @Test
    void textThatCannotBeStoredIsRejected() {
        assertNoCursor("after", new Cursor(LIST, "2023\0", "a").encode());
        assertNoCursor("after", new Cursor(LIST, "2023", "a".repeat(10_001)).encode());
    }

    @Test
    void cursorHasThreeParts() {
        assertNoCursor("after", new Cursor(LIST, "2023\n-07", "a").encode());
        assertNoCursor("after", Base64.getUrlEncoder().encodeToString("meetings\n2023\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void cursorOfAnotherListIsRejectedWithBothNames() {
        String other = new Cursor("actors", "a", "b").encode();
        BadUserInputException rejected = assertThrows(BadUserInputException.class, () -> Cursor.decode("before", other, LIST));
        assertEquals("before: '" + other + "' is a cursor of another list (actors); send a cursor that this list (meetings) returned",
                rejected.getMessage());
    }

    @Test
    void positionMatchesThePatternOfItsList() {
        Pattern form = Pattern.compile(Cursor.DAY + "([a-z]+)-.*");
        assertEquals("2023-07-15", BRUSSELS.place("after", form).group(1));
        assertEquals("brussels", BRUSSELS.place("after", form).group(2));
        Cursor other = new Cursor(LIST, "July", "brussels-1");
        String message = assertThrows(BadUserInputException.class, () -> other.place("after", form)).getMessage();
        assertTrue(message.startsWith("after: invalid cursor '" + other.encode() + "'; "), message);
    }

    @Test
    void positionHasAsManyPartsAsItsList() {
        Cursor cursor = new Cursor("hostings", "3", "armenia/HOST/brussels");
        assertEquals(List.of("3", "armenia", "HOST", "brussels"), cursor.parts("after", 4));
        assertEquals(List.of("2023-07-15", "brussels-2023-07-15"), BRUSSELS.parts("after", 2));
        assertEquals(List.of("3", "", ""), new Cursor("hostings", "3", "/").parts("after", 3));
        for (int number : List.of(3, 5)) {
            String message = assertThrows(BadUserInputException.class, () -> cursor.parts("before", number)).getMessage();
            assertTrue(message.startsWith("before: invalid cursor '" + cursor.encode() + "'; "), message);
        }
    }
}
