package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.parley.LogLines;

/** Counts the SQL statements that Hibernate sends. */
public final class SentStatements {

    private SentStatements() {
    }

    /** Returns the number of statements of the work. A batch counts as one, though its rows are logged one by one. */
    public static int count(Runnable work) {
        List<String> sql;
        try (LogLines log = new LogLines("org.hibernate.SQL", Level.FINE)) {
            work.run();
            sql = log.lines();
        }
        int sent = (int) IntStream.range(0, sql.size()).filter(i -> i == 0 || !isInBatch(sql.get(i), sql.get(i - 1))).count();
        assertTrue(sent > 0, "no statement was seen");
        return sent;
    }

    private static boolean isInBatch(String sql, String before) {
        return sql.equals(before) && (sql.contains(" values (") || sql.startsWith("update "));
    }
}
