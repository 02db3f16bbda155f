package org.parley.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.parley.fault.ErrorCode;

/** How faults are shown: a code in extensions, a message that says what to do, never the inside of the service. */
final class Errors {

    private static final int LONGEST_MESSAGE = 1000;

    private Errors() {
    }

    /** The error as it is written, with a code also where the engine gives none. */
    static Map<String, Object> shown(GraphQLError error) {
        Map<String, Object> shown = new LinkedHashMap<>(error.toSpecification());
        shown.put("message", presentable(error.getMessage()));
        Map<String, Object> given = error.getExtensions();
        shown.put("extensions", given != null && given.containsKey("code") ? given : Map.of("code", code(error).name()));
        return shown;
    }

    /** A message may hold what was sent. Where that is long, its start and its end say enough; what is half a character is shown as `?`. */
    private static String presentable(String message) {
        if (message == null) {
            return "";
        }
        String shown = message.length() <= LONGEST_MESSAGE ? message
                : message.substring(0, LONGEST_MESSAGE / 2) + " ... " + message.substring(message.length() - LONGEST_MESSAGE / 2);
        return new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static ErrorCode code(GraphQLError error) {
        if (error.getErrorType() == ErrorType.InvalidSyntax) {
            return error.getMessage().toLowerCase(Locale.ROOT).contains("denial of service") ? ErrorCode.COST_EXCEEDED
                    : ErrorCode.GRAPHQL_PARSE_FAILED;
        }
        if (error.getMessage() != null && error.getMessage().startsWith("Introspection has been disabled")) {
            return ErrorCode.INTROSPECTION_DISABLED;
        }
        return error.getErrorType() == ErrorType.ValidationError ? ErrorCode.GRAPHQL_VALIDATION_FAILED : ErrorCode.BAD_USER_INPUT;
    }
}
