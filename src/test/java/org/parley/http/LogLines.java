package org.parley.http;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Notes what is logged. */
final class LogLines extends Handler {

    private final List<String> lines;

    LogLines(List<String> lines) {
        this.lines = lines;
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(record instanceof ExtLogRecord line ? line.getFormattedMessage() : record.getMessage());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
