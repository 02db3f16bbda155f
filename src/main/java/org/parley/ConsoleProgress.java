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
import org.parley.entry.Progress;

/** Shows the progress of a command on standard error: a progress bar on a terminal, otherwise a line every few seconds. */
final class ConsoleProgress implements Progress, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ConsoleProgress.class);
    private static final Duration BAR_INTERVAL = Duration.ofMillis(200);
    private static final Duration LINE_INTERVAL = Duration.ofSeconds(5);
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[K";

    private record Step(String name, long total, AtomicLong done) {}

    private final Consumer<String> sink;
    private final String command;
    private final boolean terminal;
    private final long startNanos = System.nanoTime();
    private final ScheduledExecutorService ticker;
    private volatile Step step = new Step("", 0, new AtomicLong());

    /** Shows the progress once per interval; never if the interval is zero. */
    ConsoleProgress(String command, boolean terminal, Duration interval, Consumer<String> sink) {
        this.sink = sink;
        this.command = command;
        this.terminal = terminal;
        ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        if (!interval.isZero()) {
            ticker.scheduleAtFixedRate(this::show, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Creates the progress of a command; shows nothing if `quiet`. */
    static ConsoleProgress of(String command, boolean quiet) {
        boolean terminal = !quiet && isTerminal();
        return new ConsoleProgress(command, terminal, quiet ? Duration.ZERO : terminal ? BAR_INTERVAL : LINE_INTERVAL, Console::draw);
    }

    /** Runs the program `test`, as Java has no API for this. False if it is missing. */
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

    private void show() {
        Step current = step;
        if (current.name.isEmpty()) {
            return;
        }
        String seconds = Duration.ofNanos(System.nanoTime() - startNanos).toSeconds() + " s";
        if (terminal) {
            sink.accept(CLEAR + bar(current) + " " + text(current) + ", " + seconds);
        } else {
            sink.accept(command + ": " + text(current) + ", " + seconds + "\n");
        }
    }

    private static String bar(Step current) {
        if (current.total == 0) {
            return "";
        }
        int filled = (int) Math.min(WIDTH, WIDTH * current.done.get() / current.total);
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
    }

    private static String text(Step current) {
        long done = current.done.get();
        if (current.total == 0) {
            return current.name + (done == 0 ? "" : String.format(Locale.ROOT, " %,d", done));
        }
        return current.name + String.format(Locale.ROOT, " %,d of %,d (%d %%)", done, current.total, 100 * done / current.total);
    }

    /** Stops the updates and clears the bar. Ignores a failure to write to standard error: the command itself may have succeeded. */
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
            LOG.debug("The progress bar cannot be cleared", e);
        }
    }
}
