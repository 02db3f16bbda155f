package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.parser.Parser;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every element of the schema has a description that says more than its name; fields of the same name in related types have the same one.
 */
@QuarkusTest
class DescriptionsTest {

    private static final Set<String> STOP_WORDS = Set.of("a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "as",
            "and", "or", "it", "its", "is", "are", "be", "was", "this", "that", "these", "has", "have");

    @Inject
    Engine engine;

    private GraphQLSchema schema;

    @BeforeEach
    void schema() {
        schema = engine.schema();
    }

    @Test
    void everythingIsDescribed() {
        assertEquals(List.of(),
                described().entrySet().stream()
                        .filter(each -> each.getValue().getDescription() == null || each.getValue().getDescription().isBlank())
                        .map(Map.Entry::getKey).toList());
    }

    @Test
    void descriptionsSayMoreThanTheName() {
        assertEquals(List.of(), described().entrySet().stream().filter(each -> news(each.getValue()).isEmpty())
                .map(each -> each.getKey() + ": " + each.getValue().getDescription()).toList());
    }

    @Test
    void fieldsOfAnInterfaceHaveTheSameDescription() {
        Map<String, Set<String>> descriptions = new TreeMap<>();
        for (GraphQLInterfaceType type : types(GraphQLInterfaceType.class)) {
            List<GraphQLFieldsContainer> owners = new ArrayList<>(schema.getImplementations(type));
            owners.add(type);
            for (GraphQLFieldsContainer owner : owners) {
                owner.getFieldDefinitions()
                        .forEach(field -> descriptions
                                .computeIfAbsent(type.getName() + ": " + field.getName() + ": " + printed(field), any -> new TreeSet<>())
                                .add(field.getDescription()));
            }
        }
        assertEquals(List.of(), descriptions.entrySet().stream().filter(each -> each.getValue().size() > 1).toList());
    }

    @Test
    void inputsHaveTheDescriptionsOfOutputs() {
        Map<String, String> differing = new TreeMap<>();
        for (GraphQLInputObjectType input : types(GraphQLInputObjectType.class)) {
            if (schema.getType(input.getName().replaceFirst("(Input|Amendment)$", "")) instanceof GraphQLObjectType output) {
                input.getFieldDefinitions().forEach(field -> {
                    GraphQLFieldDefinition shown = output.getFieldDefinition(field.getName());
                    // SmallRye adds the format of a DateTime.
                    if (shown != null && !shown.getDescription().replace(" (ISO-8601)", "").equals(field.getDescription())) {
                        differing.put(input.getName() + "." + field.getName(), field.getDescription() + " / " + shown.getDescription());
                    }
                });
            }
        }
        assertEquals(Map.of(), differing);
    }

    @Test
    void rootFieldsHaveAValidExample() {
        Map<String, Object> invalid = new LinkedHashMap<>();
        for (GraphQLObjectType root : List.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())) {
            for (GraphQLFieldDefinition field : root.getFieldDefinitions()) {
                String example = example(field);
                List<ValidationError> errors = example == null ? List.of() : errors(root, field, example);
                if (example == null || !errors.isEmpty()) {
                    invalid.put(root.getName() + "." + field.getName(), errors);
                }
            }
        }
        assertEquals(Map.of(), invalid);
    }

    @Test
    void examplesReturnData() {
        for (GraphQLFieldDefinition field : schema.getQueryType().getFieldDefinitions()) {
            String example = example(field);
            JsonNode found = GraphQlClient.data("{ " + example + " }").path(field.getName());
            assertFalse(found.isNull() || found.path("nodes").isArray() && found.path("nodes").isEmpty(), example);
        }
    }

    private List<ValidationError> errors(GraphQLObjectType root, GraphQLFieldDefinition field, String example) {
        String operation = root.getName().toLowerCase(Locale.ROOT);
        String variables = example.contains("$input")
                ? "($input: " + GraphQLTypeUtil.simplePrint(field.getArgument("input").getType()) + ")" : "";
        return new Validator().validateDocument(schema, new Parser().parseDocument(operation + variables + " { " + example + " }"),
                Locale.ROOT);
    }

    private static String example(GraphQLFieldDefinition field) {
        Matcher example = Pattern.compile("Example: `(" + field.getName() + "\\b[^`]*)`").matcher(field.getDescription());
        return example.find() ? example.group(1) : null;
    }

    /** Returns the descriptions of all elements by path. */
    private Map<String, GraphQLNamedSchemaElement> described() {
        Map<String, GraphQLNamedSchemaElement> all = new TreeMap<>();
        schema.getDirectives().forEach(directive -> all.put("@" + directive.getName(), directive));
        for (GraphQLNamedType type : types(GraphQLNamedType.class)) {
            all.put(type.getName(), type);
            if (type instanceof GraphQLDirectiveContainer) {
                type.getChildren().stream().filter(GraphQLNamedSchemaElement.class::isInstance).map(GraphQLNamedSchemaElement.class::cast)
                        .filter(child -> !(child instanceof GraphQLNamedType || child instanceof GraphQLAppliedDirective))
                        .forEach(child -> all.put(type.getName() + "." + child.getName(), child));
            }
        }
        Map<String, GraphQLNamedSchemaElement> arguments = new TreeMap<>();
        all.forEach((path, element) -> {
            if (element instanceof GraphQLFieldDefinition field) {
                field.getArguments().forEach(argument -> arguments.put(path + "(" + argument.getName() + ")", argument));
            }
        });
        all.putAll(arguments);
        return all;
    }

    private <T extends GraphQLNamedType> List<T> types(Class<T> sort) {
        return schema.getAllTypesAsList().stream().filter(type -> !type.getName().startsWith("__")).filter(sort::isInstance).map(sort::cast)
                .toList();
    }

    private static String printed(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.simplePrint(field.getType());
    }

    /** Returns the words of a description that are not in the name. */
    private static Set<String> news(GraphQLNamedSchemaElement element) {
        Set<String> own = words(element.getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ")).collect(Collectors.toSet());
        return element.getDescription() == null ? Set.of() : words(element.getDescription())
                .filter(word -> !STOP_WORDS.contains(word) && own.stream().noneMatch(word::startsWith)).collect(Collectors.toSet());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")).filter(word -> !word.isEmpty());
    }
}
