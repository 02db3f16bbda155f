package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.fault.BudgetExceededException;

/** The responses of a client use at most a quarter of the memory, and a small response always succeeds. */
class ResponseMemoryTest {

    private static final long QUARTER = 1_000_000;

    private final ResponseMemory memory = new ResponseMemory(4 * QUARTER);

    private ResponseMemory.Part open(CapacityShare client) {
        return memory.open(client);
    }

    private static CapacityShare client() {
        return new CapacityShare(1, 1);
    }

    @Test
    void oneClientUsesAQuarterAtMost() {
        CapacityShare client = client();
        ResponseMemory.Part first = open(client);
        first.reserve(QUARTER);
        first.shrink(QUARTER);
        ResponseMemory.Part second = open(client);
        second.reserve(ResponseMemory.UNCOUNTED);
        assertThrows(BudgetExceededException.class, () -> second.reserve(1));
        open(client()).reserve(QUARTER);
        first.release();
        second.reserve(QUARTER);
    }

    @Test
    void smallResponsesSucceedWhenTheLimitIsReached() {
        List<ResponseMemory.Part> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(open(client()));
            parts.get(i).reserve(ResponseMemory.UNCOUNTED + QUARTER);
        }
        assertEquals(4 * QUARTER, memory.reserved());
        for (int i = 0; i < 3; i++) {
            ResponseMemory.Part small = open(client());
            small.reserve(ResponseMemory.UNCOUNTED);
            assertThrows(BudgetExceededException.class, () -> small.reserve(1));
            parts.add(small);
        }
        parts.forEach(ResponseMemory.Part::release);
        assertEquals(0, memory.reserved());
    }

    /** A finished response counts in full, because many may wait for their clients. */
    @Test
    void finishedResponsesCount() {
        CapacityShare client = client();
        for (long held = 0; held < QUARTER; held += ResponseMemory.UNCOUNTED) {
            ResponseMemory.Part made = open(client);
            made.reserve(ResponseMemory.UNCOUNTED);
            assertEquals(held, memory.reserved());
            made.shrink(ResponseMemory.UNCOUNTED);
        }
        assertEquals(QUARTER, memory.reserved());
        assertThrows(BudgetExceededException.class, () -> open(client).reserve(ResponseMemory.UNCOUNTED + 1));
    }

    @Test
    void rejectedReservationsAreReverted() {
        CapacityShare client = client();
        ResponseMemory.Part part = open(client);
        BudgetExceededException alone = assertThrows(BudgetExceededException.class, () -> part.reserve(2 * QUARTER));
        assertTrue(alone.getMessage().contains("bytes of memory"), alone.getMessage());
        assertEquals(0, memory.reserved());
        part.reserve(ResponseMemory.UNCOUNTED + QUARTER);
        part.release();
        part.reserve(QUARTER);
        assertEquals(0, memory.reserved());
    }
}
