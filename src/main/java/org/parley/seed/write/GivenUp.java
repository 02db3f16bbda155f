package org.parley.seed.write;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What a failed transaction left behind, and so whether it can be begun again. */
enum GivenUp {

    /** It failed by itself, and would again. */
    FAILED,
    /** The database gave it up for another's sake, or its connection was lost before the commit: nothing was written. */
    ROLLED_BACK,
    /** It failed during the commit: whether it was written is not known. */
    UNKNOWN;

    /** Serialization failure, deadlock, and the two timeouts by which the database ends a transaction that is held open. */
    private static final Set<String> ENDED = Set.of("40001", "40P01", "25P03", "25P04");
    /** The server is shutting down, has crashed, or is starting. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03");
    private static final String CONNECTION_CLASS = "08";

    static GivenUp of(Throwable thrown, boolean committing) {
        List<String> states = causes(thrown).filter(SQLException.class::isInstance).map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull).toList();
        if (states.stream().anyMatch(ENDED::contains)) {
            return ROLLED_BACK;
        }
        if (committing) {
            return UNKNOWN;
        }
        return states.stream().anyMatch(state -> AWAY.contains(state) || state.startsWith(CONNECTION_CLASS)) ? ROLLED_BACK : FAILED;
    }

    /** The transaction manager keeps what made a commit fail among the suppressed. */
    private static Stream<Throwable> causes(Throwable thrown) {
        return thrown == null ? Stream.empty() : Stream.concat(Stream.of(thrown),
                Stream.concat(Arrays.stream(thrown.getSuppressed()).flatMap(GivenUp::causes), causes(thrown.getCause())));
    }
}
