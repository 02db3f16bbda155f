package org.parley.persistence;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Omits the warning that the service does not use the address for reactive drivers, which the embedded PostgreSQL always sets. */
@LoggingFilter(name = "embedded-database")
public final class EmbeddedDatabaseLogFilter implements Filter {

    private static final String UNUSED = "quarkus.datasource.reactive.url";

    @Override
    public boolean isLoggable(LogRecord record) {
        Object[] parameters = record.getParameters();
        return parameters == null || parameters.length == 0 || !UNUSED.equals(parameters[0]);
    }
}
