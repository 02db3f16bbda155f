package org.parley.graphql;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import io.smallrye.graphql.schema.model.Field;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.parley.fault.BadUserInputException;
import org.parley.paging.Connection;
import org.parley.paging.Page;

/**
 * Keeps a refused argument from taking the whole answer with it: a field that may not be null answers an empty list or page beside the
 * error, so that the rest of the query is answered.
 */
final class RefusalFetcher implements DataFetcher<Object> {

    private final DataFetcher<?> fetcher;
    private final Object nothing;

    RefusalFetcher(DataFetcher<?> fetcher, GraphQLOutputType type, Field field) {
        this.fetcher = fetcher;
        this.nothing = type instanceof GraphQLNonNull ? nothing(type, Resolver.load(field.getReference().getClassName())) : null;
    }

    private static Object nothing(GraphQLOutputType type, Class<?> answer) {
        if (GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type))) {
            return List.of();
        }
        if (!Connection.class.isAssignableFrom(answer)) {
            return null;
        }
        try {
            return answer.getConstructor(Page.class).newInstance(Page.empty());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(answer + " has to be made of a page", e);
        }
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        try {
            Object answer = fetcher.get(environment);
            return answer instanceof CompletableFuture<?> later && nothing != null
                    ? later.handle((value, failure) -> failure == null ? value : refused(failure, environment)) : answer;
        } catch (BadUserInputException e) {
            return refused(e, environment);
        }
    }

    private Object refused(Throwable failure, DataFetchingEnvironment environment) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof BadUserInputException refusal) {
            return DataFetcherResult.newResult().data(nothing).error(Errors.of(refusal, environment)).build();
        }
        throw new CompletionException(cause);
    }
}
