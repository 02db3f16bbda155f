package org.parley.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import javax.sql.DataSource;
import org.parley.store.Reading;

/**
 * Runs a document against the schema that the framework made of the rooms' methods. The schema is the framework's, running it is ours: the
 * framework runs batches with arguments wrong, and copies its context for every leaf. All SQL of a request sees one snapshot, and is sent
 * by the thread that runs the request.
 */
@ApplicationScoped
public class Engine {

    private final GraphQLSchema schema;
    private final GraphQL graphQl;
    private final DataSource source;
    private final Limits limits;

    Engine(GraphQLSchema made, Schema model, ObjectMapper mapper, DataSource source, Limits limits) {
        this.schema = StandardArguments.describe(made);
        this.source = source;
        this.limits = limits;
        this.graphQl = GraphQL.newGraphQL(schema).queryExecutionStrategy(new LevelStrategy(new ServedFields(schema, model, mapper)))
                .instrumentation(new LimitInstrumentation(limits)).preparsedDocumentProvider(new Documents(limits.keptCharacters()))
                .build();
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(limits.tokens()).maxCharacters(limits.characters())));
    }

    /** The schema as it is served. */
    public GraphQLSchema schema() {
        return schema;
    }

    /** Answers a question, on the calling thread. */
    @WithSpan("graphql")
    public Answer answer(Question question) {
        ExecutionInput input = ExecutionInput.newExecutionInput(question.document()).operationName(question.operationName())
                .variables(question.variables()).graphQLContext(Map.of(LimitInstrumentation.READ_ONLY, question.readOnly(),
                        Introspection.INTROSPECTION_DISABLED, !limits.introspection()))
                .build();
        GraphQLContext context = input.getGraphQLContext();
        ExecutionResult result;
        int statements;
        try (Reading reading = Reading.open(source, System.nanoTime() + limits.time().toNanos())) {
            result = graphQl.execute(input);
            statements = reading.statements();
        }
        return new Answer(context.get(LimitInstrumentation.OPERATION), context.getBoolean(LimitInstrumentation.READS),
                result.isDataPresent(), result.isDataPresent() ? result.getData() : null,
                result.getErrors().stream().map(Errors::shown).toList(), context.getOrDefault(LimitInstrumentation.COST, 0L), statements);
    }
}
