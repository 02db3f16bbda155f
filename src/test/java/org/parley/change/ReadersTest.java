package org.parley.change;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who waits for the readers after a write. */
class ReadersTest {

    @Test
    void whoIsInterruptedIsNotToldThatTheWriteFailed() {
        DataSource away = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{DataSource.class},
                (proxy, method, arguments) -> {
                    throw new SQLException("no database");
                });
        Thread.currentThread().interrupt();
        new Readers(away).await();
        assertTrue(Thread.interrupted(), "that it is to end is forgotten");
    }
}
