package org.parley;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Progress output of commands. */
class ConsoleProgressTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final LinkedBlockingQueue<String> shown = new LinkedBlockingQueue<>();

    @Test
    void linesSayWhatIsDoneAndHowFar() throws InterruptedException {
        try (ConsoleProgress progress = new ConsoleProgress("load", false, OFTEN, shown::add)) {
            progress.begin("records written:", 20_000);
            progress.advance(4_000);
            progress.advance(1_000);
            assertShown("load: records written: 5,000 of 20,000 \\(25 %\\), \\d+ s\n");
            progress.begin("records read:", 0);
            progress.advance(7);
            assertShown("load: records read: 7, \\d+ s\n");
        }
    }

    @Test
    void barGrowsAndIsRemoved() throws InterruptedException {
        try (ConsoleProgress progress = new ConsoleProgress("load", true, OFTEN, shown::add)) {
            progress.begin("checks", 8);
            progress.advance(4);
            assertShown("\r\u001b\\[K\\[#{15}\\.{15}\\] checks 4 of 8 \\(50 %\\), \\d+ s");
        }
        List<String> all = List.copyOf(shown);
        assertEquals("\r\u001b[K", all.get(all.size() - 1));
    }

    @Test
    void nothingIsShownBeforeTheFirstStep() throws InterruptedException {
        for (boolean terminal : new boolean[]{true, false}) {
            try (ConsoleProgress progress = new ConsoleProgress("migrate", terminal, OFTEN, shown::add)) {
                assertNull(shown.poll(200, TimeUnit.MILLISECONDS));
            }
            assertTrue(shown.isEmpty());
        }
    }

    @Test
    void closeIgnoresAStandardErrorThatCannotBeWritten() {
        ConsoleProgress progress = new ConsoleProgress("load", true, Duration.ZERO, text -> {
            throw new UncheckedIOException(new IOException("Broken pipe"));
        });
        progress.begin("checks", 8);
        assertDoesNotThrow(progress::close);
    }

    /** Waits until output that matches the pattern is shown. */
    private void assertShown(String pattern) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String last = "nothing";
        while (!last.matches(pattern)) {
            assertTrue(System.nanoTime() < until, last);
            String next = shown.poll(1, TimeUnit.SECONDS);
            last = next == null ? last : next;
        }
    }
}
