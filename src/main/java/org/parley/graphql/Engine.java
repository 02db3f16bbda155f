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
import javax.sql.DataSource;
import org.parley.fault.BudgetExceededException;
import org.parley.fault.Failure;
import org.parley.store.ReadBudget;
import org.parley.store.Reading;

/**
 * Runs a document against the schema that the framework made of the rooms' methods. The schema is the framework's, running it is ours: the
 * framework runs batches with arguments wrong, and copies its context for every leaf. All SQL of a request sees one snapshot, and is sent
 * by the thread that runs the request.
 */
@ApplicationScoped
public class Engine {

    /** The locale without a language: its messages are English. For any other, messages of the machine's language are looked for. */
    private static final Locale LOCALE = Locale.ROOT;

    private final GraphQLSchema schema;
    private final GraphQL graphQl;
    private final DataSource source;
    private final Limits limits;

    Engine(GraphQLSchema made, Schema model, ObjectMapper mapper, DataSource source, Limits limits, @All List<Mutations> rooms) {
        GraphQLSchema readable = AsOf.offer(RootFields.sort(StandardArguments.describe(made)));
        List<Mutation> mutations = rooms.stream().flatMap(room -> room.of(readable).stream()).toList();
        this.schema = with(readable, mutations);
        this.source = source;
        this.limits = limits;
        ServedFields served = new ServedFields(schema, model, mapper, mutations);
        this.graphQl = GraphQL.newGraphQL(schema).queryExecutionStrategy(new LevelStrategy(served))
                .mutationExecutionStrategy(new MutationStrategy(served)).subscriptionExecutionStrategy(new SubscriptionStrategy(served))
                .instrumentation(new LimitInstrumentation(limits)).preparsedDocumentProvider(new Documents(schema, limits)).build();
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(limits.tokens()).maxCharacters(limits.characters())));
    }

    private static GraphQLSchema with(GraphQLSchema readable, List<Mutation> mutations) {
        List<GraphQLFieldDefinition> fields = mutations.stream().map(Mutation::definition).toList();
        return fields.isEmpty() ? readable : readable.transform(same -> same.mutation(GraphQLObjectType.newObject().name("Mutation")
                .description("What an editor changes of the record.").fields(fields).build()));
    }

    /** The schema as it is served. */
    public GraphQLSchema schema() {
        return schema;
    }

    /** Answers a question, on the calling thread. */
    @WithSpan("graphql")
    public Answer answer(Question question) {
        return run(question, Map.of());
    }

    /** The same, asked by who can be told of events: a subscription begins, and its answer has the events that it will hear. */
    @WithSpan("graphql")
    public Answer listen(Question question) {
        return run(question, Map.of(SubscriptionStrategy.LISTENS, true));
    }

    /** Answers a subscription for one event. */
    @WithSpan("graphql")
    public Answer answer(Question question, Object event) {
        return run(question, Map.of(SubscriptionStrategy.EVENT, event));
    }

    private Answer run(Question question, Map<String, Object> more) {
        // What is asked of the schema is held to the limits of depth and cost, not to the library's number of fields by name.
        ExecutionInput input = ExecutionInput.newExecutionInput(question.document()).locale(LOCALE).operationName(question.operationName())
                .variables(question.variables())
                .graphQLContext(Map.of(LimitInstrumentation.READ_ONLY, question.readOnly(), Introspection.INTROSPECTION_DISABLED,
                        !limits.introspection(), GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true, MutationStrategy.CALLER,
                        question.caller()))
                .graphQLContext(more).build();
        GraphQLContext context = input.getGraphQLContext();
        ExecutionResult result;
        int statements;
        long revision;
        ReadBudget budget = limits.reading();
        if (question.share() != null && !more.containsKey(SubscriptionStrategy.EVENT)) {
            context.put(LimitInstrumentation.SHARE, question.share());
        }
        try (Reading reading = Reading.open(source, limits.deadline(), budget)) {
            result = execute(input, question.leastRevision());
            statements = reading.statements();
            revision = result.isDataPresent() ? reading.revision() : Reading.NONE;
        } finally {
            context.getOrDefault(LimitInstrumentation.LEASE, WorkLimits.Lease.NONE).release();
        }
        return new Answer(context.get(LimitInstrumentation.OPERATION), context.getBoolean(LimitInstrumentation.READS),
                result.isDataPresent(), result.isDataPresent() ? result.getData() : null,
                result.getErrors().stream().map(Errors::shown).toList(), context.getOrDefault(LimitInstrumentation.COST, 0L), statements,
                budget.rows(), revision);
    }

    /** Refuses the question as a whole where the record has not come to the revision that it is to be answered from. */
    private ExecutionResult execute(ExecutionInput input, long leastRevision) {
        if (leastRevision != Question.ANY) {
            try {
                Reading.require(leastRevision);
            } catch (RuntimeException e) {
                return Errors.refused(Failure.of(e, () -> "a request"));
            }
        }
        try {
            return graphQl.execute(input);
        } catch (BudgetExceededException e) {
            return Errors.refused(Failure.of(e, () -> "a request"));
        }
    }
}
