package org.parley.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Map;
import org.dataloader.DataLoaderRegistry;
import org.parley.store.RequestBudget;

/**
 * Runs a document against the schema that the framework made of the rooms' methods. The schema is the framework's, the fetchers are ours:
 * it runs batches with arguments wrong, and copies its context for every leaf. All SQL of a request is one transaction, on the thread that
 * runs the request.
 */
@ApplicationScoped
public class Engine {

    private final GraphQLSchema schema;
    private final GraphQL graphQl;
    private final Limits limits;

    Engine(GraphQLSchema made, Schema model, ObjectMapper mapper, Limits limits) {
        GraphQLSchema described = StandardArguments.describe(made);
        this.limits = limits;
        this.schema = GraphQLSchema.newSchema(described).codeRegistry(fetchers(described, model, mapper)).build();
        this.graphQl = GraphQL.newGraphQL(schema).defaultDataFetcherExceptionHandler(new Errors())
                .instrumentation(new LimitInstrumentation(limits)).preparsedDocumentProvider(new Documents(limits.keptCharacters()))
                .build();
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(limits.tokens()).maxCharacters(limits.characters())));
    }

    private static GraphQLCodeRegistry fetchers(GraphQLSchema schema, Schema model, ObjectMapper mapper) {
        GraphQLCodeRegistry.Builder registry = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
        model.getQueries().forEach(operation -> put(registry, schema, "Query", operation, root(operation, mapper)));
        for (Type type : model.getTypes().values()) {
            Class<?> owner = Resolver.load(type.getClassName());
            for (Field field : type.getFields().values()) {
                put(registry, schema, type.getName(), field, new LeafFetcher(owner, field));
            }
            for (Operation operation : type.getBatchOperations().values()) {
                put(registry, schema, type.getName(), operation,
                        new BatchFetcher(type.getName() + "." + operation.getName(), new Resolver(operation, mapper)));
            }
        }
        TypeResolver byClass = environment -> environment.getSchema().getObjectType(environment.getObject().getClass().getSimpleName());
        model.getInterfaces().keySet().forEach(name -> registry.typeResolver(name, byClass));
        model.getUnions().keySet().forEach(name -> registry.typeResolver(name, byClass));
        return registry.build();
    }

    private static DataFetcher<?> root(Operation operation, ObjectMapper mapper) {
        Resolver resolver = new Resolver(operation, mapper);
        return environment -> resolver.call(null, environment.getArguments());
    }

    private static void put(GraphQLCodeRegistry.Builder registry, GraphQLSchema schema, String type, Field field, DataFetcher<?> fetcher) {
        GraphQLFieldDefinition definition = schema.getObjectType(type).getFieldDefinition(field.getName());
        registry.dataFetcher(FieldCoordinates.coordinates(type, field.getName()),
                fetcher instanceof LeafFetcher ? fetcher : new RefusalFetcher(fetcher, definition.getType(), field));
    }

    /** The schema as it is served. */
    public GraphQLSchema schema() {
        return schema;
    }

    /** Answers a question, on the calling thread. */
    @ActivateRequestContext
    @WithSpan("graphql")
    public Answer answer(Question question) {
        ExecutionInput input = ExecutionInput.newExecutionInput(question.document()).operationName(question.operationName())
                .variables(question.variables()).dataLoaderRegistry(new DataLoaderRegistry())
                .graphQLContext(Map.of(LimitInstrumentation.READ_ONLY, question.readOnly(), Introspection.INTROSPECTION_DISABLED,
                        !limits.introspection()))
                .build();
        GraphQLContext context = input.getGraphQLContext();
        RequestBudget.begin(System.nanoTime() + limits.time().toNanos());
        int statements = 0;
        ExecutionResult result;
        QuarkusTransaction.begin();
        try {
            result = graphQl.execute(input);
        } finally {
            // Nothing was written; and what failed in the database cannot be committed.
            QuarkusTransaction.rollback();
            statements = RequestBudget.end();
        }
        return new Answer(context.get(LimitInstrumentation.OPERATION), result.isDataPresent(),
                result.isDataPresent() ? result.getData() : null, result.getErrors().stream().map(Errors::shown).toList(),
                context.getOrDefault(LimitInstrumentation.COST, 0L), statements);
    }
}
