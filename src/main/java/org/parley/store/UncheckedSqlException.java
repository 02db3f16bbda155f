package org.parley.store;

import java.sql.SQLException;

/** What the database said against a statement. */
public class UncheckedSqlException extends RuntimeException {

    UncheckedSqlException(SQLException cause) {
        super(cause);
    }
}
