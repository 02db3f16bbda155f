package org.parley.persistence;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;

/** Explains connection failures that only a change of the settings can correct. */
final class ConnectionRejection {

    private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
    private static final String USER = "QUARKUS_DATASOURCE_USERNAME";
    private static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";
    /** Wrong user or password, or pg_hba.conf does not allow the connection. */
    private static final String AUTHORIZATION_CLASS = "28";
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String INVALID_PARAMETER_CLASS = "22";
    /** State of the driver: the server has no TLS, requires a password, or uses an unknown authentication method. */
    private static final String REJECTED = "08004";
    private static final Set<String> SUPPORTED_SCHEMAS = Set.of("public", "\"public\"");
    /** Replacement character of undecodable text. */
    private static final char UNDECODABLE = '\uFFFD';

    private ConnectionRejection() {
    }

    /**
     * Returns what is wrong with the settings; empty if nothing is.
     *
     * @param settings null if the URL is not a PostgreSQL URL
     */
    static Optional<String> of(Properties settings) {
        if (settings == null) {
            return Optional.of(URL + " is not a PostgreSQL URL. Write jdbc:postgresql://HOST:PORT/DATABASE, and the user and "
                    + "password in " + USER + " and " + PASSWORD + ".");
        }
        String schema = PGProperty.CURRENT_SCHEMA.getOrDefault(settings);
        if (schema != null && !SUPPORTED_SCHEMAS.contains(schema.strip())) {
            return Optional.of("currentSchema=" + schema + " in " + URL + " is not supported: Parley uses the schemas public, "
                    + "history and as_of. Remove the parameter, and give each Parley a database of its own.");
        }
        try {
            SslMode.of(settings);
        } catch (SQLException e) {
            return rejected(e, "Check the parameters in " + URL + ".");
        }
        if (isUndecodable(PGProperty.USER.getOrDefault(settings)) || isUndecodable(PGProperty.PASSWORD.getOrDefault(settings))) {
            return Optional.of("The characters of " + USER + " or " + PASSWORD + " cannot be decoded in this locale. Set LC_ALL=C.UTF-8.");
        }
        return Optional.empty();
    }

    private static boolean isUndecodable(String text) {
        return text != null && text.indexOf(UNDECODABLE) >= 0;
    }

    /** Returns what is wrong with the settings according to a failed connection; empty if a retry may succeed. */
    static Optional<String> of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith(AUTHORIZATION_CLASS) || state.equals(INSUFFICIENT_PRIVILEGE)) {
            return rejected(failure, "Check " + USER + ", " + PASSWORD + " and the server's pg_hba.conf.");
        }
        if (state.equals(UNKNOWN_DATABASE)) {
            return rejected(failure, "Create the database, or correct its name in " + URL + ".");
        }
        if (state.equals(REJECTED) || state.startsWith(INVALID_PARAMETER_CLASS) || hasFailedHandshake(failure)) {
            return rejected(failure, "Check " + URL + " and its parameters, such as sslmode, and " + PASSWORD + ".");
        }
        return Optional.empty();
    }

    private static boolean hasFailedHandshake(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> rejected(SQLException failure, String advice) {
        return Optional.of("The database rejects the connection: " + line(failure) + ". " + advice);
    }

    /** Returns the message of the server or the driver in one line, without a period. */
    static String line(SQLException failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*[\\r\\n]+\\s*", " ").replaceAll("\\.$", "");
    }
}
