package org.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseLogFilterTest {

    private static boolean isLogged(Object... parameters) {
        LogRecord warning = new LogRecord(Level.WARNING, "Unrecognized configuration key \"%s\" was provided");
        warning.setParameters(parameters);
        return new EmbeddedDatabaseLogFilter().isLoggable(warning);
    }

    @Test
    void onlyTheUnusedAddressIsOmitted() {
        assertFalse(isLogged("quarkus.datasource.reactive.url"));
        assertTrue(isLogged("quarkus.datasource.jdbc.ulr"));
        assertTrue(isLogged());
        assertTrue(isLogged((Object[]) null));
    }
}
