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
import org.parley.fault.ClientError;
import org.parley.fault.ErrorCode;

/** Formats errors for responses: each has a code in its extensions, and no message reveals internals of the service. */
final class ErrorFormat {

    private static final int MAX_MESSAGE_LENGTH = 1000;

    private ErrorFormat() {
    }

    /** Returns a result without data. */
    static ExecutionResult result(ClientError failure) {
        return new ExecutionResultImpl(
                GraphqlErrorBuilder.newError().message("%s", failure.message()).extensions(failure.extensions()).build());
    }

    /** Returns the error as a JSON object. Adds a code to errors of the library. */
    static Map<String, Object> format(GraphQLError error) {
        Map<String, Object> shown = new LinkedHashMap<>(error.toSpecification());
        shown.put("message", shorten(error.getMessage()));
        Map<String, Object> extensions = error.getExtensions();
        shown.put("extensions",
                extensions != null && extensions.containsKey("code") ? sorted(extensions) : Map.of("code", code(error).name()));
        return shown;
    }

    /** Sorts the value's maps by key, because the order of Map.of differs between processes. */
    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new TreeMap<>();
            map.forEach((key, each) -> copy.put(String.valueOf(key), sorted(each)));
            return copy;
        }
        return value instanceof List<?> list ? list.stream().map(ErrorFormat::sorted).toList() : value;
    }

    /** Returns the error for an invalid document, or for the limit that stopped the parser. */
    static GraphQLError syntax(InvalidSyntaxException error) {
        if (error instanceof ParseCancelledException) {
            return syntax(error, "The document has too many tokens. Send a smaller document.", ErrorCode.COST_EXCEEDED);
        }
        if (error instanceof ParseCancelledTooDeepException) {
            return syntax(error, "The document is nested too deeply. Split it into several requests.", ErrorCode.COST_EXCEEDED);
        }
        if (error instanceof ParseCancelledTooManyCharsException) {
            return syntax(error, "The document has too many characters. Send a smaller document.", ErrorCode.COST_EXCEEDED);
        }
        return syntax(error, error.getMessage(), ErrorCode.GRAPHQL_PARSE_FAILED);
    }

    private static GraphQLError syntax(InvalidSyntaxException error, String message, ErrorCode code) {
        List<SourceLocation> place = error.getLocation() == null ? List.of() : List.of(error.getLocation());
        return GraphqlErrorBuilder.newError().message("%s", message).locations(place).errorType(ErrorType.InvalidSyntax)
                .extensions(Map.of("code", code.name())).build();
    }

    /** Shortens a message that contains long input, and replaces unpaired surrogates by `?`. */
    private static String shorten(String message) {
        if (message == null) {
            return "";
        }
        String shown = message.length() <= MAX_MESSAGE_LENGTH ? message
                : message.substring(0, MAX_MESSAGE_LENGTH / 2) + " ... " + message.substring(message.length() - MAX_MESSAGE_LENGTH / 2);
        return new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static ErrorCode code(GraphQLError error) {
        if (error instanceof IntrospectionDisabledError) {
            return ErrorCode.INTROSPECTION_DISABLED;
        }
        return error.getErrorType() == ErrorType.ValidationError ? ErrorCode.GRAPHQL_VALIDATION_FAILED : ErrorCode.BAD_USER_INPUT;
    }
}
