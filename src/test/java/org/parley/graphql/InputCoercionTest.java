package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Random values for random types, as variables and as literals, are accepted or rejected as an independent implementation of the rules
 * requires.
 */
class InputCoercionTest {

    private static final int TRIES = 5_000;
    private static final List<String> TYPES = List.of("Int", "Int!", "Float", "String", "Boolean", "ID", "E", "In", "[Int]", "[Int!]",
            "[Float!]!", "[String!]!", "[E!]", "[In!]", "[ID!]", "[Boolean]", "[[Int!]]", "In!");

    private static final String SDL = "type Query {"
            + IntStream.range(0, TYPES.size()).mapToObj(i -> "f" + i + "(v: " + TYPES.get(i) + "): Int").collect(Collectors.joining(" "))
            + """
                    }
                    enum E { A B }
                    input In { i: Int, f: Float! = 1.5, s: [String!], b: Boolean! = true, e: E = B, n: In, r: ID! }
                    """;

    /** The arguments of the last call of the field. */
    private final AtomicReference<Map<String, Object>> seen = new AtomicReference<>();
    private final GraphQLSchema schema = SchemaTransformer.transformSchema(new SchemaGenerator().makeExecutableSchema(
            new SchemaParser().parse(SDL), RuntimeWiring.newRuntimeWiring().type("Query", query -> query.defaultDataFetcher(environment -> {
                seen.set(environment.getArguments());
                return 1;
            })).build()), new GraphQLTypeVisitorStub() {
                @Override
                public TraversalControl visitGraphQLScalarType(GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
                    return InputScalars.strict(scalar) == scalar ? TraversalControl.CONTINUE
                            : changeNode(context, InputScalars.strict(scalar));
                }
            });
    private final GraphQL engine = GraphQL.newGraphQL(schema).build();

    private static Random random(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition() < repetition.getTotalRepetitions() ? repetition.getCurrentRepetition()
                : System.nanoTime();
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    @RepeatedTest(3)
    void variablesAreCoercedAsSpecified(RepetitionInfo repetition) {
        Random random = random(repetition);
        int[] outcomes = new int[2];
        for (int i = 0; i < TRIES; i++) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            Input input = Input.random(random, type, 3);
            Optional<Object> expected = Coercion.ofJson(type, input);
            Document document = Parser.parse("query($v: " + type + ") { f" + TYPES.indexOf(type) + "(v: $v) }");
            Map<String, Object> sent = new HashMap<>();
            sent.put("v", input.json());
            List<GraphQLError> errors = new VariableCheck(schema).errors(document,
                    ExecutionInput.newExecutionInput("").variables(sent).build());
            assertEquals(expected.isPresent(), errors.isEmpty(), () -> type + " " + input + ": " + errors);
            outcomes[errors.isEmpty() ? 1 : 0]++;
            errors.forEach(error -> {
                assertTrue(error.getMessage().startsWith("$v"), error::getMessage);
                assertEquals("BAD_USER_INPUT", error.getExtensions().get("code"));
            });
            if (errors.isEmpty()) {
                CoercedVariables coerced = ValuesResolver.coerceVariableValues(schema,
                        document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow().getVariableDefinitions(),
                        RawVariables.of(sent), GraphQLContext.getDefault(), Locale.ROOT);
                assertEquals(Coercion.shown(expected.get()), String.valueOf(coerced.get("v")), () -> type + " " + input);
            }
        }
        assertTrue(outcomes[0] > TRIES / 10 && outcomes[1] > TRIES / 10, () -> outcomes[0] + " rejected, " + outcomes[1] + " accepted");
    }

    @RepeatedTest(3)
    void literalsAreCoercedAsSpecified(RepetitionInfo repetition) {
        Random random = random(repetition);
        int[] outcomes = new int[2];
        for (int i = 0; i < TRIES; i++) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            Input input = Input.random(random, type, 3);
            Optional<Object> expected = Coercion.ofLiteral(type, input);
            ExecutionResult result = engine.execute("{ f" + TYPES.indexOf(type) + "(v: " + input.literal() + ") }");
            assertEquals(expected.isPresent(), result.getErrors().isEmpty(), () -> type + " " + input + ": " + result.getErrors());
            outcomes[expected.isPresent() ? 1 : 0]++;
            expected.ifPresent(value -> assertEquals(Coercion.shown(value), String.valueOf(seen.get().get("v")), () -> type + " " + input));
        }
        assertTrue(outcomes[0] > TRIES / 10 && outcomes[1] > TRIES / 10, () -> outcomes[0] + " rejected, " + outcomes[1] + " accepted");
    }

    @Test
    void eachErrorIsReportedWithItsPath() {
        Document document = Parser.parse("query($v: [In!]) { f13(v: $v) }");
        List<String> messages = new ArrayList<>();
        new VariableCheck(schema).errors(document, ExecutionInput.newExecutionInput("")
                .variables(Map.of("v",
                        List.of(Map.of("r", "x", "n", Map.of("i", 1.5)), Map.of("r", 7, "s", List.of("a", 1), "x", 1, "e", "C"))))
                .build()).forEach(error -> messages.add(error.getMessage()));
        assertEquals(List.of("$v[0].n.i: not a valid Int; send an integer from -2147483648 to 2147483647, without quotes",
                "$v[0].n.r: null or missing; send a value of type ID", "$v[1].x: unknown field of In; its fields are i, f, s, b, e, n, r",
                "$v[1].s[1]: not a valid String; send a string in quotes", "$v[1].e: 'C' is not a value of E; send one of A, B"), messages);
    }
}
