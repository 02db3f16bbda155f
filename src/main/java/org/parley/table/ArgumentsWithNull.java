package org.parley.table;

import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.NormalizedInputValue;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.graphql.Literals;

/** Replaces arguments whose values contain null by variables. */
final class ArgumentsWithNull {

    private static final String NAME = "parleyTableArgument";

    private final List<VariableDefinition> definitions = new ArrayList<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();

    List<VariableDefinition> definitions() {
        return definitions;
    }

    Map<String, Object> variables() {
        return variables;
    }

    /** Returns the fields with variables. An argument that is null itself remains. */
    List<ExecutableNormalizedField> replaced(List<ExecutableNormalizedField> fields) {
        return fields.stream().map(field -> {
            Map<String, NormalizedInputValue> arguments = new LinkedHashMap<>(field.getNormalizedArguments());
            arguments.replaceAll((name, value) -> isPartlyNull(value) ? variable(value) : value);
            List<ExecutableNormalizedField> children = replaced(field.getChildren());
            return field.transform(same -> same.normalizedArguments(arguments).children(children));
        }).toList();
    }

    private static boolean isPartlyNull(NormalizedInputValue value) {
        return (value.getValue() instanceof Map<?, ?> || value.getValue() instanceof List<?>) && PageDocument.isNull(value);
    }

    private NormalizedInputValue variable(NormalizedInputValue value) {
        String name = NAME + variables.size();
        variables.put(name, plain(value));
        definitions.add(VariableDefinition.newVariableDefinition().name(name).type(Parser.parseType(value.getTypeName())).build());
        return new NormalizedInputValue(value.getTypeName(), VariableReference.of(name));
    }

    /** Returns the value as JSON has it. */
    private static Object plain(Object value) {
        if (value instanceof NormalizedInputValue input) {
            return plain(input.getValue());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            map.forEach((name, part) -> plain.put(name, plain(part)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(part -> plain.add(plain(part)));
            return plain;
        }
        return value instanceof Value<?> literal ? Literals.value(literal, Map.of()) : value;
    }
}
