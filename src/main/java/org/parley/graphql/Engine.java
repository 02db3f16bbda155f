package org.parley.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.introspection.GoodFaithIntrospection;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.arc.All;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.parley.fault.BudgetExceededException;
import org.parley.fault.ClientError;
import org.parley.persistence.ReadBudget;
import org.parley.persistence.ReadContext;
import org.parley.persistence.RevisionTime;

/**
 * Executes documents against the schema that SmallRye generates from the packages' resolver methods. Execution is our own: SmallRye's is
 * wrong for batches with arguments, and copies its context for each leaf. All SQL of a request reads one snapshot, on the thread that runs
 * the request.
 */
@ApplicationScoped
public class Engine {

    /** The locale without a language: messages are English. Any other locale would search for messages in the language of the machine. */
    private static final Locale LOCALE = Locale.ROOT;

    private final GraphQLSchema schema;
    private final GraphQL graphQl;
    private final Supplier<GraphQL> newSubgraph;
    /** The service as a subgraph; created by the first request of a gateway. */
    private GraphQL subgraph;
    private final DataSource source;
    private final RequestLimits limits;

    Engine(GraphQLSchema generated, Schema model, ObjectMapper mapper, DataSource source, RequestLimits limits, Descriptions descriptions,
            @All List<MutationProvider> providers) {
        GraphQLSchema readable = AsOfArgument.addTo(RootFields.sort(StandardArguments.describe(generated, descriptions)));
        List<MutationField> mutations = providers.stream().flatMap(provider -> provider.mutations(readable).stream()).toList();
        this.schema = StandardDirectives.only(withMutations(readable, mutations));
        this.source = source;
        this.limits = limits;
        LimitInstrumentation limit = new LimitInstrumentation(limits);
        this.graphQl = graphQl(schema, new FieldRegistry(schema, model, mapper, mutations), limit);
        this.newSubgraph = () -> {
            GraphQLSchema federated = StandardDirectives.only(Federation.addTo(schema, limits.introspection()));
            return graphQl(federated, new FieldRegistry(federated, model, mapper, mutations), limit);
        };
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(limits.tokens()).maxCharacters(limits.characters())));
    }

    private synchronized GraphQL subgraph() {
        subgraph = subgraph == null ? newSubgraph.get() : subgraph;
        return subgraph;
    }

    private GraphQL graphQl(GraphQLSchema executed, FieldRegistry registry, LimitInstrumentation limit) {
        return GraphQL.newGraphQL(executed).queryExecutionStrategy(new LevelStrategy(registry))
                .mutationExecutionStrategy(new MutationStrategy(registry)).subscriptionExecutionStrategy(new SubscriptionStrategy(registry))
                .instrumentation(limit).preparsedDocumentProvider(new DocumentCache(executed, limits)).build();
    }

    private static GraphQLSchema withMutations(GraphQLSchema readable, List<MutationField> mutations) {
        List<GraphQLFieldDefinition> fields = mutations.stream().map(MutationField::definition).toList();
        return fields.isEmpty() ? readable
                : readable.transform(same -> same.mutation(GraphQLObjectType.newObject().name("Mutation")
                        .description("Changes the record. Each mutation is one revision and atomic. Errors list all faults: "
                                + "`UNAUTHENTICATED`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`.")
                        .fields(fields).build()));
    }

    /** Returns the registry schema. */
    public GraphQLSchema schema() {
        return schema;
    }

    /** Whether a document has fields that only gateways request, which {@link #schema()} does not contain. */
    public boolean isOfGateway(String document) {
        return Federation.concerns(document);
    }

    /** Executes a query or mutation on the calling thread. */
    @WithSpan("graphql")
    public GraphQlResponse execute(GraphQlRequest request) {
        return run(request, Map.of());
    }

    /**
     * Like {@link #execute(GraphQlRequest)}, but also accepts a subscription, whose data is the publisher of its events.
     *
     * @param lastEventId the id of the last event that the client received, which replaces the argument `after`; null for none
     */
    @WithSpan("graphql")
    public GraphQlResponse subscribe(GraphQlRequest request, String lastEventId) {
        return run(request, lastEventId == null ? Map.of(SubscriptionStrategy.ACCEPTED, true)
                : Map.of(SubscriptionStrategy.ACCEPTED, true, SubscriptionStrategy.LAST_EVENT_ID, lastEventId));
    }

    /** Executes a subscription for one event. */
    @WithSpan("graphql")
    public GraphQlResponse executeEvent(GraphQlRequest request, Object event) {
        return run(request, Map.of(SubscriptionStrategy.EVENT, event));
    }

    private GraphQlResponse run(GraphQlRequest request, Map<String, Object> values) {
        ExecutionInput input = input(request, values);
        GraphQLContext context = input.getGraphQLContext();
        ExecutionResult result;
        int statements;
        long revision;
        RevisionTime cited;
        ReadBudget budget = limits.newBudget(bytes -> reserve(request, context, bytes));
        if (request.share() != null && !values.containsKey(SubscriptionStrategy.EVENT)) {
            context.put(LimitInstrumentation.SHARE, request.share());
        }
        try (ReadContext reads = ReadContext.open(source, limits.deadline(), budget)) {
            context.put(ReadContext.class, reads);
            result = executeFrom(input, reads, request.minRevision());
            if (request.continuation() != null && result.isDataPresent() && result.getErrors().isEmpty()) {
                result = new ContinuedExecution(input, request.continuation()).execute(result,
                        next -> executeFrom(next, reads, GraphQlRequest.ANY));
            }
            statements = reads.statements();
            revision = result.isDataPresent() ? reads.revision() : ReadContext.NONE;
            cited = request.cited() && revision != ReadContext.NONE ? reads.revisionTime(request.asOf()) : null;
        } finally {
            context.getOrDefault(LimitInstrumentation.LEASE, CapacityLimits.Lease.NONE).release();
        }
        return new GraphQlResponse(context.get(LimitInstrumentation.OPERATION),
                context.getBoolean(LimitInstrumentation.READ_ONLY_OPERATION), result.isDataPresent(),
                result.isDataPresent() ? result.getData() : null, result.getErrors().stream().map(ErrorFormat::format).toList(),
                result.getExtensions(), context.getOrDefault(LimitInstrumentation.COST, 0L), statements, budget.rows(), revision, cited);
    }

    private ExecutionInput input(GraphQlRequest request, Map<String, Object> values) {
        // Introspection is limited by depth and cost, not by the library's own limit on the number of fields.
        ExecutionInput input = ExecutionInput.newExecutionInput(request.document()).locale(LOCALE).operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(Map.of(LimitInstrumentation.READ_ONLY_REQUEST, request.readOnly(), Introspection.INTROSPECTION_DISABLED,
                        !limits.introspection(), GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true, MutationStrategy.CALLER,
                        request.caller()))
                .graphQLContext(values).build();
        if (request.asOf() != null) {
            input.getGraphQLContext().put(AsOfArgument.DEFAULT, request.asOf());
        }
        return input;
    }

    /** The response to a mutation is not limited by memory: its change is committed, and the client must not send it again. */
    private static void reserve(GraphQlRequest request, GraphQLContext context, long bytes) {
        if (request.memory() != null && context.getBoolean(LimitInstrumentation.READ_ONLY_OPERATION)) {
            request.memory().reserve(bytes);
        }
    }

    /** Rejects the request if the database does not reach the minimum revision. */
    private ExecutionResult executeFrom(ExecutionInput input, ReadContext reads, long minRevision) {
        if (minRevision != GraphQlRequest.ANY) {
            try {
                reads.awaitRevision(minRevision);
            } catch (RuntimeException e) {
                return ErrorFormat.result(ClientError.of(e, () -> "a request"));
            }
        }
        try {
            return (Federation.concerns(input.getQuery()) ? subgraph() : graphQl).execute(input);
        } catch (BudgetExceededException e) {
            return ErrorFormat.result(ClientError.of(e, () -> "a request"));
        }
    }
}
