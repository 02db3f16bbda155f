package org.parley.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Opens connections outside the pool, for what listens or waits for long: to the same database, as the same user, with the same properties
 * as the pool's, except that silence of the network is noticed within seconds. Who opens one closes it.
 */
@ApplicationScoped
public class DedicatedConnections {

    private static final int CONNECT_SECONDS = 3;
    /** For an answer to a statement, and for the whole of signing in. The statements sent over these connections take milliseconds. */
    private static final int ANSWER_SECONDS = 5;

    private final AgroalDataSource pool;

    DedicatedConnections(AgroalDataSource pool) {
        this.pool = pool;
    }

    /**
     * Opens a connection.
     *
     * @param application the name that the database shows for it
     */
    public Connection open(String application) throws SQLException {
        Connection connection = openBare(application);
        try (Statement statement = connection.createStatement()) {
            String initial = like().initialSql();
            if (initial != null && !initial.isBlank()) {
                statement.execute(initial);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The same, without the statement that the pool sends first on each connection. */
    Connection openBare(String application) throws SQLException {
        Connection connection = new Driver().connect(like().jdbcUrl(), properties(like(), application));
        if (connection == null) {
            throw new SQLException("not a PostgreSQL address: " + like().jdbcUrl());
        }
        return connection;
    }

    /** What the URL and the settings say together; null where the URL is not one of PostgreSQL's. */
    Properties settings() {
        return Driver.parseURL(like().jdbcUrl(), properties(like(), ""));
    }

    private AgroalConnectionFactoryConfiguration like() {
        return pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    }

    private static Properties properties(AgroalConnectionFactoryConfiguration like, String application) {
        Properties properties = new Properties();
        properties.putAll(like.jdbcProperties());
        if (like.principal() instanceof NamePrincipal user) {
            properties.putAll(user.asProperties());
        }
        for (Object credential : like.credentials()) {
            if (credential instanceof SimplePassword password) {
                properties.putAll(password.asProperties());
            }
        }
        PGProperty.APPLICATION_NAME.set(properties, application);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(properties, ANSWER_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_SECONDS);
        return properties;
    }

    /** Closes the pool's idle connections, and those in use when they are given back: the next ones lead to the database as it is now. */
    public void renewPool() {
        pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
    }
}
