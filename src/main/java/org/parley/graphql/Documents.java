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
 * Reads documents and checks them against the limits and the schema. What that gave is kept, so that each is read once: so many characters
 * of them, for anyone may send long ones. The variables of each request are checked against its document.
 */
final class Documents implements PreparsedDocumentProvider {

    /** What keeping a document takes however short it is. */
    private static final int LEAST_WEIGHT = 100;

    private final GraphQLSchema schema;
    private final Limits limits;
    private final Cache<String, PreparsedDocumentEntry> kept;
    private final VariableCheck variables;

    Documents(GraphQLSchema schema, Limits limits) {
        this.schema = schema;
        this.limits = limits;
        this.variables = new VariableCheck(schema);
        this.kept = Caffeine.newBuilder().maximumWeight(limits.keptCharacters())
                .weigher((String document, PreparsedDocumentEntry entry) -> document.length() + LEAST_WEIGHT).build();
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
            Function<ExecutionInput, PreparsedDocumentEntry> untyped) {
        PreparsedDocumentEntry entry = kept.get(input.getQuery(), unread -> read(input));
        List<GraphQLError> errors = entry.hasErrors() ? List.of() : variables.errors(entry.getDocument(), input);
        return CompletableFuture.completedFuture(errors.isEmpty() ? entry : new PreparsedDocumentEntry(errors));
    }

    /** Not by the engine's own function, which loses the type of a syntax fault. */
    private PreparsedDocumentEntry read(ExecutionInput input) {
        LimitExceededException.check("number of characters", input.getQuery().length(), limits.characters(), "send a smaller one");
        ParseAndValidateResult parsed = ParseAndValidate.parse(input);
        if (parsed.isFailure()) {
            return new PreparsedDocumentEntry(Errors.syntax(parsed.getSyntaxException()));
        }
        DocumentShape.of(parsed.getDocument()).check(limits);
        List<ValidationError> faults = ParseAndValidate.validate(schema, parsed.getDocument(), input.getLocale());
        return faults.isEmpty() ? new PreparsedDocumentEntry(parsed.getDocument())
                : new PreparsedDocumentEntry(parsed.getDocument(), faults);
    }
}
