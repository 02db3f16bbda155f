package org.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.parley.seed.Progress;

/** Shows on the standard error how far a command has come: a bar where that is a terminal, else a line every few seconds. */
final class ConsoleProgress implements Progress, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ConsoleProgress.class);
    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[K";

    private record Step(String name, long total, AtomicLong done) {}

    private final Consumer<String> sink;
    private final String command;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private final ScheduledExecutorService ticker;
    private volatile Step step = new Step("", 0, new AtomicLong());

    /** Without time between them, nothing is shown. */
    ConsoleProgress(String command, boolean terminal, Duration between, Consumer<String> sink) {
        this.sink = sink;
        this.command = command;
        this.terminal = terminal;
        ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        if (!between.isZero()) {
            ticker.scheduleAtFixedRate(this::show, between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The progress of that command; shows nothing if `quiet`. */
    static ConsoleProgress of(String command, boolean quiet) {
        boolean terminal = !quiet && isTerminal();
        return new ConsoleProgress(command, terminal, quiet ? Duration.ZERO : terminal ? REDRAW : BETWEEN_LINES, Console::draw);
    }

    /** Java has no API for this. If the program `test` is missing, false. */
    private static boolean isTerminal() {
        try {
            return new ProcessBuilder("test", "-t", "2").redirectError(Redirect.INHERIT).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void begin(String name, long total) {
        step = new Step(name, total, new AtomicLong());
    }

    @Override
    public void advance(long done) {
        step.done.addAndGet(done);
    }

    /** Before the first step there is nothing to show. */
    private void show() {
        Step now = step;
        if (now.name.isEmpty()) {
            return;
        }
        String seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s";
        if (terminal) {
            sink.accept(CLEAR + bar(now) + " " + text(now) + ", " + seconds);
        } else {
            sink.accept(command + ": " + text(now) + ", " + seconds + "\n");
        }
    }

    private static String bar(Step now) {
        if (now.total == 0) {
            return "";
        }
        int filled = (int) Math.min(WIDTH, WIDTH * now.done.get() / now.total);
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
    }

    private static String text(Step now) {
        long done = now.done.get();
        if (now.total == 0) {
            return now.name + (done == 0 ? "" : String.format(Locale.ROOT, " %,d", done));
        }
        return now.name + String.format(Locale.ROOT, " %,d of %,d (%d %%)", done, now.total, 100 * done / now.total);
    }

    /** Stops the updates and clears the bar. A standard error that cannot be written is ignored: the command itself may have succeeded. */
    @Override
    public void close() {
        ticker.shutdownNow();
        try {
            ticker.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal && !step.name.isEmpty()) {
            clear();
        }
    }

    private void clear() {
        try {
            sink.accept(CLEAR);
        } catch (UncheckedIOException e) {
            LOG.debug("the bar cannot be cleared", e);
        }
    }
}
