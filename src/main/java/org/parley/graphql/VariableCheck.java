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
 * Checks the variables of a request against an operation before it runs, as in section 6.1.2 of the GraphQL specification. Each fault is
 * reported with its place in the variables, which the engine's own check does not give.
 */
final class VariableCheck {

    private static final int MOST_REPORTED = 20;

    private final GraphQLSchema schema;

    VariableCheck(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** What is wrong with the variables of a request for that document; variables that its operation does not declare are ignored. */
    List<GraphQLError> errors(Document document, ExecutionInput input) {
        String name = input.getOperationName();
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> name == null || name.equals(operation.getName())).toList();
        // the engine refuses a request that names no operation, or leaves open which
        return operations.size() == 1 ? errors(operations.get(0), input.getRawVariables().toMap()) : List.of();
    }

    private List<GraphQLError> errors(OperationDefinition operation, Map<String, Object> given) {
        List<GraphQLError> errors = new ArrayList<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            if (given.containsKey(variable.getName()) || variable.getDefaultValue() == null) {
                GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
                check("$" + variable.getName(), (GraphQLInputType) type, given.get(variable.getName()), (path, fault) -> {
                    if (errors.size() < MOST_REPORTED) {
                        errors.add(error(variable, path + ": " + fault));
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

    private static void check(String path, GraphQLType type, Object value, BiConsumer<String, String> faults) {
        if (value == null) {
            if (type instanceof GraphQLNonNull required) {
                faults.accept(path,
                        "is null or missing; send a value of the type " + GraphQLTypeUtil.simplePrint(required.getWrappedType()));
            }
        } else if (type instanceof GraphQLNonNull required) {
            check(path, required.getWrappedType(), value, faults);
        } else if (type instanceof GraphQLList list) {
            items(path, list.getWrappedType(), value, faults);
        } else if (type instanceof GraphQLInputObjectType object) {
            fields(path, object, value, faults);
        } else if (type instanceof GraphQLEnumType named) {
            if (!(value instanceof String name) || named.getValue(name) == null) {
                faults.accept(path, "'" + value + "' is no " + named.getName() + "; send one of "
                        + named.getValues().stream().map(GraphQLEnumValueDefinition::getName).collect(Collectors.joining(", ")));
            }
        } else {
            scalar(path, (GraphQLScalarType) type, value, faults);
        }
    }

    /** A value that is no list stands for a list of it alone. */
    private static void items(String path, GraphQLType type, Object value, BiConsumer<String, String> faults) {
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                check(path + "[" + i + "]", type, items.get(i), faults);
            }
        } else {
            check(path, type, value, faults);
        }
    }

    private static void fields(String path, GraphQLInputObjectType type, Object value, BiConsumer<String, String> faults) {
        if (!(value instanceof Map<?, ?> given)) {
            faults.accept(path, "the type " + type.getName() + " is an object; send one, in braces");
            return;
        }
        given.forEach((name, inner) -> {
            if (type.getFieldDefinition(String.valueOf(name)) == null) {
                faults.accept(path + "." + name, "the type " + type.getName() + " has no such field; leave it out, or send one of "
                        + type.getFieldDefinitions().stream().map(GraphQLInputObjectField::getName).collect(Collectors.joining(", ")));
            }
        });
        for (GraphQLInputObjectField field : type.getFieldDefinitions()) {
            if (given.containsKey(field.getName()) || !field.hasSetDefaultValue()) {
                check(path + "." + field.getName(), field.getType(), given.get(field.getName()), faults);
            }
        }
    }

    private static void scalar(String path, GraphQLScalarType type, Object value, BiConsumer<String, String> faults) {
        try {
            type.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ROOT);
        } catch (CoercingParseValueException misfit) {
            faults.accept(path, InputScalars.wanted(type.getName()));
        }
    }
}
