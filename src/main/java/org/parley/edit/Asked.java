package org.parley.edit;

import java.util.Map;
import org.parley.graphql.Caller;
import org.parley.seed.read.SeedKind;

/** What somebody asks to be done to which record, and the arguments with which it is asked. */
record Asked(String mutation, Act act, SeedKind kind, String slug, Caller caller, Map<String, Object> arguments) {

    private static final String SLUG = "slug";
    private static final String INPUT = "input";

    static Asked of(String mutation, Act act, SeedKind kind, Caller caller, Map<String, Object> arguments) {
        Object slug = arguments.containsKey(SLUG) ? arguments.get(SLUG) : ((Map<?, ?>) arguments.get(INPUT)).get(SLUG);
        return new Asked(mutation, act, kind, (String) slug, caller, arguments);
    }

    /** The text of an argument; null where it was left out. */
    String text(String argument) {
        return (String) arguments.get(argument);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> input() {
        return (Map<String, Object>) arguments.get(INPUT);
    }

    /** The revision that the editor has seen; null where any will do. */
    String seen() {
        return text("revision");
    }

    /** Why it is done, as the record's history is to have it; null where nobody says. */
    String why() {
        return arguments.containsKey("note") ? text("note") : text("why");
    }

    /** The name that the client gives it; null where it gives none. */
    String clientMutationId() {
        return text("clientMutationId");
    }

    /** What is to be changed, in words: the meeting 'x'. */
    String record() {
        return "the " + kind.word() + " '" + slug + "'";
    }
}
