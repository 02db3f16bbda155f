package org.parley.mutation;

import java.util.Map;
import org.parley.graphql.Caller;
import org.parley.persistence.ReadContext;
import org.parley.record.Kind;

/**
 * A mutation with its arguments.
 *
 * @param reads reads the record as clients see it, outside the transaction of the write
 */
record MutationCommand(
        String mutation,
        MutationKind act,
        Kind kind,
        String slug,
        Caller caller,
        Map<String, Object> arguments,
        ReadContext reads) {

    private static final String SLUG = "slug";
    private static final String INPUT = "input";

    static MutationCommand of(String mutation, MutationKind act, Kind kind, Caller caller, Map<String, Object> arguments,
            ReadContext reads) {
        Object slug = arguments.containsKey(SLUG) ? arguments.get(SLUG) : ((Map<?, ?>) arguments.get(INPUT)).get(SLUG);
        return new MutationCommand(mutation, act, kind, (String) slug, caller, arguments, reads);
    }

    /** Returns a text argument, or null. */
    String text(String argument) {
        return (String) arguments.get(argument);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> input() {
        return (Map<String, Object>) arguments.get(INPUT);
    }

    /** Returns the revision that the client has read; null if it is not to be checked. */
    String expectedRevision() {
        return text("revision");
    }

    /** Returns the reason for the history of the record, or null. */
    String why() {
        return arguments.containsKey("note") ? text("note") : text("why");
    }

    /** Returns the idempotency key, or null. */
    String clientMutationId() {
        return text("clientMutationId");
    }

    /** Returns the record in words: the meeting 'x'. */
    String record() {
        return "the " + kind.word() + " '" + slug + "'";
    }
}
