package org.parley.graphql;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.introspection.IntrospectionDisabledError;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;

/** How faults are shown: a code in extensions, a message that says what to do, never the inside of the service. */
final class Errors {

    private static final int LONGEST_MESSAGE = 1000;

    private Errors() {
    }

    /** A result without data. */
    static ExecutionResult refused(Failure failure) {
        return new ExecutionResultImpl(
                GraphqlErrorBuilder.newError().message("%s", failure.message()).extensions(failure.extensions()).build());
    }

    /** The error as it is written, with a code also where the engine gives none. */
    static Map<String, Object> shown(GraphQLError error) {
        Map<String, Object> shown = new LinkedHashMap<>(error.toSpecification());
        shown.put("message", presentable(error.getMessage()));
        Map<String, Object> given = error.getExtensions();
        shown.put("extensions", given != null && given.containsKey("code") ? ordered(given) : Map.of("code", code(error).name()));
        return shown;
    }

    /** The same in an order of its own: that of Map.of is another in each process. */
    private static Object ordered(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), ordered(each)));
            return sorted;
        }
        return value instanceof List<?> list ? list.stream().map(Errors::ordered).toList() : value;
    }

    /** What is wrong with the syntax of a document, or which limit stopped the parser. */
    static GraphQLError syntax(InvalidSyntaxException fault) {
        if (fault instanceof ParseCancelledException) {
            return syntax(fault, "this document has more tokens than the limit; send a smaller one", ErrorCode.COST_EXCEEDED);
        }
        if (fault instanceof ParseCancelledTooDeepException) {
            return syntax(fault, "this document is nested deeper than the limit; ask in two requests", ErrorCode.COST_EXCEEDED);
        }
        if (fault instanceof ParseCancelledTooManyCharsException) {
            return syntax(fault, "this document has more characters than the limit; send a smaller one", ErrorCode.COST_EXCEEDED);
        }
        return syntax(fault, fault.getMessage(), ErrorCode.GRAPHQL_PARSE_FAILED);
    }

    private static GraphQLError syntax(InvalidSyntaxException fault, String message, ErrorCode code) {
        List<SourceLocation> place = fault.getLocation() == null ? List.of() : List.of(fault.getLocation());
        return GraphqlErrorBuilder.newError().message("%s", message).locations(place).errorType(ErrorType.InvalidSyntax)
                .extensions(Map.of("code", code.name())).build();
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
        if (error instanceof IntrospectionDisabledError) {
            return ErrorCode.INTROSPECTION_DISABLED;
        }
        return error.getErrorType() == ErrorType.ValidationError ? ErrorCode.GRAPHQL_VALIDATION_FAILED : ErrorCode.BAD_USER_INPUT;
    }
}
