package org.parley.persistence;

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
 * Opens connections outside the pool, for listening and long waits: to the same database, with the same user and properties as the pool,
 * but with short network timeouts. The caller closes them.
 */
@ApplicationScoped
public class DedicatedConnections {

    private static final int CONNECT_SECONDS = 3;
    /** Timeout of a statement and of the login. The statements on these connections take milliseconds. */
    private static final int RESPONSE_SECONDS = 5;

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
            String initial = poolConfiguration().initialSql();
            if (initial != null && !initial.isBlank()) {
                statement.execute(initial);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Opens a connection without running the initial SQL of the pool. */
    Connection openBare(String application) throws SQLException {
        Connection connection = new Driver().connect(poolConfiguration().jdbcUrl(), properties(poolConfiguration(), application));
        if (connection == null) {
            throw new SQLException("not a PostgreSQL URL: " + poolConfiguration().jdbcUrl());
        }
        return connection;
    }

    /** Returns the effective connection properties; null if the URL is not a PostgreSQL URL. */
    Properties settings() {
        return Driver.parseURL(poolConfiguration().jdbcUrl(), properties(poolConfiguration(), ""));
    }

    private AgroalConnectionFactoryConfiguration poolConfiguration() {
        return pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    }

    private static Properties properties(AgroalConnectionFactoryConfiguration configuration, String application) {
        Properties properties = new Properties();
        properties.putAll(configuration.jdbcProperties());
        if (configuration.principal() instanceof NamePrincipal user) {
            properties.putAll(user.asProperties());
        }
        for (Object credential : configuration.credentials()) {
            if (credential instanceof SimplePassword password) {
                properties.putAll(password.asProperties());
            }
        }
        PGProperty.APPLICATION_NAME.set(properties, application);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(properties, RESPONSE_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, RESPONSE_SECONDS);
        return properties;
    }

    /**
     * Closes the pool's idle connections at once, and the active ones when they are released, so that new connections reach the current
     * database.
     */
    public void renewPool() {
        pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
    }
}
