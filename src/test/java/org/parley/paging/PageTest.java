package org.parley.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of a list of numbers: their items, position and total count. */
class PageTest {

    private static final String AFTER = new Cursor("numbers", "0", "0").encode();

    /** Returns the first page of three, of a list with that many rows after the cursor. */
    private static Connection<String> page(int rows, String after) {
        List<Integer> read = IntStream.rangeClosed(1, Math.min(rows, 4)).boxed().toList();
        return Slice.of(read, PageRequest.of("numbers", 3, after, null, null)).page(number -> new Edge<>("at " + number, "no. " + number),
                () -> rows);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "4, true", "9, true"})
    void pageHasTheRequestedItemsAndHasNextPage(int rows, boolean more) {
        Connection<String> page = page(rows, null);
        List<String> nodes = List.of("no. 1", "no. 2", "no. 3").subList(0, Math.min(rows, 3));
        assertEquals(nodes, page.getNodes());
        assertEquals(nodes, page.getEdges().stream().map(Edge::getNode).toList());
        assertEquals(new PageInfo(more, false, "at 1", "at " + nodes.size()), page.getPageInfo());
        assertEquals(rows, page.getTotalCount());
    }

    @Test
    void pageAfterACursorHasAPreviousPage() {
        assertEquals(new PageInfo(false, true, "at 1", "at 2"), page(2, AFTER).getPageInfo());
    }

    @Test
    void emptyPageHasNoCursors() {
        for (Connection<String> empty : List.of(page(0, null), new Connection<String>())) {
            assertEquals(List.of(), empty.getNodes());
            assertEquals(List.of(), empty.getEdges());
            assertEquals(new PageInfo(false, false, null, null), empty.getPageInfo());
            assertEquals(0, empty.getTotalCount());
            assertTrue(empty.isTotalCountIsExact());
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0,true", "9999,9999,true", "10000,10000,true", "10001,10000,false", "2000000,10000,false"})
    void stoppedCountIsNotExact(int counted, int shown, boolean exact) {
        Connection<String> numbers = new Connection<>(List.of(), PageInfo.of(false, false, List.of()), () -> counted);
        assertEquals(shown, numbers.getTotalCount());
        assertEquals(exact, numbers.isTotalCountIsExact());
    }

    @Test
    void listIsCountedOnceAndOnlyOnRequest() {
        AtomicInteger counts = new AtomicInteger();
        Connection<String> page = new Connection<>(List.of(), PageInfo.of(false, false, List.of()), counts::incrementAndGet);
        assertFalse(page.getPageInfo().hasNextPage());
        assertEquals(0, counts.get());
        page.getTotalCount();
        page.isTotalCountIsExact();
        assertEquals(1, counts.get());
    }
}
