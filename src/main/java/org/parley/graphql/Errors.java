package org.parley.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.parley.fault.BadUserInputException;
import org.parley.fault.ErrorCode;

/** How faults are shown: a code in extensions, a message that says what to do, never the inside of the service. */
final class Errors implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(Errors.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(DataFetcherExceptionHandlerParameters parameters) {
        Throwable failure = parameters.getException();
        while (failure instanceof CompletionException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        GraphQLError error = failure instanceof BadUserInputException refusal ? of(refusal, parameters.getDataFetchingEnvironment())
                : internal(failure, parameters.getDataFetchingEnvironment());
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    static GraphQLError of(BadUserInputException refusal, DataFetchingEnvironment environment) {
        return GraphqlErrorBuilder.newError(environment).message("%s", refusal.getMessage())
                .extensions(Map.of("code", ErrorCode.BAD_USER_INPUT.name())).build();
    }

    private static GraphQLError internal(Throwable failure, DataFetchingEnvironment environment) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "%s failed (%s)", environment.getExecutionStepInfo().getPath(), id);
        return GraphqlErrorBuilder.newError(environment).message("the service failed to answer this field; its log knows why under the id")
                .extensions(Map.of("code", ErrorCode.INTERNAL.name(), "id", id)).build();
    }

    /** The error as it is written, with a code also where the engine gives none. */
    static Map<String, Object> shown(GraphQLError error) {
        Map<String, Object> shown = new LinkedHashMap<>(error.toSpecification());
        Map<String, Object> extensions = error.getExtensions();
        shown.put("extensions", extensions != null && extensions.containsKey("code") ? extensions : Map.of("code", code(error).name()));
        return shown;
    }

    private static ErrorCode code(GraphQLError error) {
        if (error.getErrorType() == ErrorType.InvalidSyntax) {
            return ErrorCode.GRAPHQL_PARSE_FAILED;
        }
        if (error.getErrorType() == ErrorType.ValidationError) {
            return error.getLocations() != null && error.getMessage().startsWith("Validation error") ? ErrorCode.GRAPHQL_VALIDATION_FAILED
                    : ErrorCode.BAD_USER_INPUT;
        }
        return error.getErrorType() == ErrorType.ExecutionAborted || error.getErrorType() == ErrorType.OperationNotSupported
                ? ErrorCode.BAD_USER_INPUT : ErrorCode.INTERNAL;
    }
}
