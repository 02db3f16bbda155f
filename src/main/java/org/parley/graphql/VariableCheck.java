package org.parley.graphql;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.TypeFromAST;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.parley.fault.ErrorCode;

/**
 * Checks the variables of a request before execution. Reports each error with its path, which graphql-java does not.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-Coercing-Variable-Values">GraphQL, section 6.1.2</a>
 */
final class VariableCheck {

    private static final int MAX_REPORTED = 20;

    private final GraphQLSchema schema;

    VariableCheck(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Returns the errors in the variables of a request. Variables that the operation does not declare are ignored. */
    List<GraphQLError> errors(Document document, ExecutionInput input) {
        String name = input.getOperationName();
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> name == null || name.equals(operation.getName())).toList();
        // graphql-java rejects an unknown or ambiguous operation.
        return operations.size() == 1 ? errors(operations.get(0), input.getRawVariables().toMap()) : List.of();
    }

    private List<GraphQLError> errors(OperationDefinition operation, Map<String, Object> values) {
        List<GraphQLError> errors = new ArrayList<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            if (values.containsKey(variable.getName()) || variable.getDefaultValue() == null) {
                GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
                check("$" + variable.getName(), (GraphQLInputType) type, values.get(variable.getName()), (path, error) -> {
                    if (errors.size() < MAX_REPORTED) {
                        errors.add(error(variable, path + ": " + error));
                    }
                });
            }
        }
        return errors;
    }

    private static GraphQLError error(VariableDefinition variable, String message) {
        return GraphqlErrorBuilder.newError().message("%s", message).errorType(ErrorType.ValidationError)
                .location(variable.getSourceLocation()).extensions(Map.of("code", ErrorCode.BAD_USER_INPUT.name())).build();
    }

    private static void check(String path, GraphQLType type, Object value, BiConsumer<String, String> errors) {
        if (value == null) {
            if (type instanceof GraphQLNonNull required) {
                errors.accept(path, "null or missing; send a value of type " + GraphQLTypeUtil.simplePrint(required.getWrappedType()));
            }
        } else if (type instanceof GraphQLNonNull required) {
            check(path, required.getWrappedType(), value, errors);
        } else if (type instanceof GraphQLList list) {
            items(path, list.getWrappedType(), value, errors);
        } else if (type instanceof GraphQLInputObjectType object) {
            fields(path, object, value, errors);
        } else if (type instanceof GraphQLEnumType named) {
            if (!(value instanceof String name) || named.getValue(name) == null) {
                errors.accept(path, "'" + value + "' is not a value of " + named.getName() + "; send one of "
                        + named.getValues().stream().map(GraphQLEnumValueDefinition::getName).collect(Collectors.joining(", ")));
            }
        } else {
            scalar(path, (GraphQLScalarType) type, value, errors);
        }
    }

    /** A value that is not a list is coerced to a list of it. */
    private static void items(String path, GraphQLType type, Object value, BiConsumer<String, String> errors) {
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                check(path + "[" + i + "]", type, items.get(i), errors);
            }
        } else {
            check(path, type, value, errors);
        }
    }

    private static void fields(String path, GraphQLInputObjectType type, Object value, BiConsumer<String, String> errors) {
        if (!(value instanceof Map<?, ?> values)) {
            errors.accept(path, "not a valid " + type.getName() + "; send an object");
            return;
        }
        values.forEach((name, inner) -> {
            if (type.getFieldDefinition(String.valueOf(name)) == null) {
                errors.accept(path + "." + name, "unknown field of " + type.getName() + "; its fields are "
                        + type.getFieldDefinitions().stream().map(GraphQLInputObjectField::getName).collect(Collectors.joining(", ")));
            }
        });
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            if (values.containsKey(field.getName()) || !field.hasSetDefaultValue()) {
                check(path + "." + field.getName(), field.getType(), values.get(field.getName()), errors);
            }
        }
    }

    private static void scalar(String path, GraphQLScalarType type, Object value, BiConsumer<String, String> errors) {
        try {
            type.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
        } catch (CoercingParseValueException invalid) {
            errors.accept(path, InputScalars.advice(type.getName()));
        }
    }
}
