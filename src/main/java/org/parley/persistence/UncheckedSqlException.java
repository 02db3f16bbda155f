package org.parley.persistence;

import java.sql.SQLException;

/** Wraps an SQLException. */
public class UncheckedSqlException extends RuntimeException {

    UncheckedSqlException(SQLException cause) {
        super(cause);
    }
}
