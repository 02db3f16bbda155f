package org.parley.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Parses documents, validates them and checks them against the limits, once each: the results are cached. Checks the variables of each
 * request.
 */
final class DocumentCache implements PreparsedDocumentProvider {

    /** Overhead of a cached document, in characters. */
    private static final int OVERHEAD = 100;

    private final GraphQLSchema schema;
    private final RequestLimits limits;
    private final Cache<String, PreparsedDocumentEntry> cache;
    private final VariableCheck variables;

    DocumentCache(GraphQLSchema schema, RequestLimits limits) {
        this.schema = schema;
        this.limits = limits;
        this.variables = new VariableCheck(schema);
        this.cache = Caffeine.newBuilder().maximumWeight(limits.cachedCharacters())
                .weigher((String document, PreparsedDocumentEntry entry) -> document.length() + OVERHEAD).build();
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> parser) {
        PreparsedDocumentEntry entry = cache.get(input.getQuery(), absent -> parse(input));
        List<GraphQLError> errors = entry.hasErrors() ? List.of() : variables.errors(entry.getDocument(), input);
        return CompletableFuture.completedFuture(errors.isEmpty() ? entry : new PreparsedDocumentEntry(errors));
    }

    /** Does not use graphql-java's own function, which loses the type of a syntax error. */
    private PreparsedDocumentEntry parse(ExecutionInput input) {
        LimitExceededException.check("number of characters", input.getQuery().length(), limits.characters(), "Send a smaller document.");
        ParseAndValidateResult parsed = ParseAndValidate.parse(input);
        if (parsed.isFailure()) {
            return new PreparsedDocumentEntry(ErrorFormat.syntax(parsed.getSyntaxException()));
        }
        DocumentShape.of(parsed.getDocument()).check(limits);
        List<ValidationError> errors = ParseAndValidate.validate(schema, parsed.getDocument(), input.getLocale());
        return errors.isEmpty() ? new PreparsedDocumentEntry(parsed.getDocument())
                : new PreparsedDocumentEntry(parsed.getDocument(), errors);
    }
}
