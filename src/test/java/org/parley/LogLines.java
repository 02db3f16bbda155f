package org.parley;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** The lines that a logger receives until this is closed. */
public final class LogLines extends Handler implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger logger;
    private final Level before;

    /** Records at the current level of the logger. */
    public LogLines(String logger) {
        this.logger = Logger.getLogger(logger);
        this.before = this.logger.getLevel();
        this.logger.addHandler(this);
    }

    /** Records at the given level. No other handler receives the lines. */
    public LogLines(String logger, Level level) {
        this(logger);
        this.logger.setLevel(level);
        this.logger.setUseParentHandlers(false);
    }

    /** The lines recorded so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits until there are that many lines, for at most five seconds. */
    public List<String> await(int number) throws InterruptedException {
        for (int i = 0; i < 250 && lines.size() < number; i++) {
            Thread.sleep(20);
        }
        return lines();
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            lines.add(record instanceof ExtLogRecord line ? line.getFormattedMessage() : record.getMessage());
        }
    }

    @Override
    public void flush() {
        // Lines are not buffered.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(before);
    }
}
