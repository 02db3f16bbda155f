package org.parley.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;

/** Why no connection can be had, where that does not mend itself: what is wrong with the settings. */
final class ConnectionRefusal {

    private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
    private static final String USER = "QUARKUS_DATASOURCE_USERNAME";
    private static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";
    /** A wrong name or password, or an address or a database that the server does not let the user in from. */
    private static final String AUTHORIZATION_CLASS = "28";
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final String MAY_NOT_CONNECT = "42501";
    private static final String WRONG_PARAMETER_CLASS = "22";
    /** The driver's own: the server has no TLS, or asks for a password or for a way to sign in that is not known. */
    private static final String REJECTED = "08004";
    private static final Set<String> ITS_SCHEMA = Set.of("public", "\"public\"");
    /** What text becomes that cannot be decoded. */
    private static final char UNDECODABLE = '\uFFFD';

    private ConnectionRefusal() {
    }

    /** What is wrong with the settings before any connection is opened; null settings are those of a URL that is not PostgreSQL's. */
    static Optional<String> of(Properties settings) {
        if (settings == null) {
            return Optional.of(URL + " is not an address of PostgreSQL. Write jdbc:postgresql://HOST:PORT/DATABASE, and the user and "
                    + "password in " + USER + " and " + PASSWORD + ".");
        }
        String schema = PGProperty.CURRENT_SCHEMA.getOrDefault(settings);
        if (schema != null && !ITS_SCHEMA.contains(schema.strip())) {
            return Optional
                    .of("currentSchema=" + schema + " in " + URL + " is not supported: Parley keeps its tables in the schemas public, "
                            + "history and as_of. Leave it out, and give each Parley a database of its own.");
        }
        try {
            SslMode.of(settings);
        } catch (SQLException e) {
            return said(e, "Check the parameters in " + URL + ".");
        }
        if (isUndecodable(PGProperty.USER.getOrDefault(settings)) || isUndecodable(PGProperty.PASSWORD.getOrDefault(settings))) {
            return Optional.of("The characters of " + USER + " or " + PASSWORD + " cannot be read in this locale. Set LC_ALL=C.UTF-8.");
        }
        return Optional.empty();
    }

    private static boolean isUndecodable(String text) {
        return text != null && text.indexOf(UNDECODABLE) >= 0;
    }

    /** What is wrong with the settings where a connection failed so; empty where it may be had later. */
    static Optional<String> of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith(AUTHORIZATION_CLASS) || state.equals(MAY_NOT_CONNECT)) {
            return said(failure, "Check " + USER + ", " + PASSWORD + " and the server's pg_hba.conf.");
        }
        if (state.equals(UNKNOWN_DATABASE)) {
            return said(failure, "Create the database, or correct its name in " + URL + ".");
        }
        if (state.equals(REJECTED) || state.startsWith(WRONG_PARAMETER_CLASS) || hasFailedHandshake(failure)) {
            return said(failure, "Check " + URL + " and its parameters, such as sslmode, and " + PASSWORD + ".");
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

    private static Optional<String> said(SQLException failure, String advice) {
        return Optional.of("The database refuses the connection: " + line(failure) + ". " + advice);
    }

    /** What the server or the driver said, in one line, without a period. */
    static String line(SQLException failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*[\\r\\n]+\\s*", " ").replaceAll("\\.$", "");
    }
}
