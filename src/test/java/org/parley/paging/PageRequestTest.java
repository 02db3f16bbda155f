package org.parley.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.fault.BadUserInputException;

/** The page that the arguments of a list request. */
class PageRequestTest {

    private static final Cursor CURSOR = new Cursor("actors", "armenia", "armenia");

    private static String rejection(Integer first, Integer last) {
        return assertThrows(BadUserInputException.class, () -> PageRequest.of("actors", first, null, last, null)).getMessage();
    }

    @Test
    void defaultIsTheFirstTwenty() {
        assertEquals(new PageRequest(20, false, null, null), PageRequest.of("actors", null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 100})
    void pageHasUpToOneHundredItems(int size) {
        assertEquals(new PageRequest(size, false, CURSOR, null), PageRequest.of("actors", size, CURSOR.encode(), null, null));
        assertEquals(new PageRequest(size, true, null, CURSOR), PageRequest.of("actors", null, null, size, CURSOR.encode()));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void otherSizesAreRejected(int size) {
        assertEquals("first is " + size + "; send 1 to 100, or omit it for 20", rejection(size, null));
        assertEquals("last is " + size + "; send 1 to 100, or omit it for 20", rejection(null, size));
    }

    @Test
    void firstAndLastCannotBeCombined() {
        assertEquals("first and last cannot be combined; send first to page forward or last to page backward", rejection(1, 1));
    }

    @Test
    void errorNamesTheArgument() {
        assertTrue(assertThrows(BadUserInputException.class, () -> PageRequest.of("actors", null, "x", null, null)).getMessage()
                .startsWith("after: invalid cursor 'x';"));
        assertTrue(assertThrows(BadUserInputException.class, () -> PageRequest.of("actors", null, null, null, "y")).getMessage()
                .startsWith("before: invalid cursor 'y';"));
    }
}
