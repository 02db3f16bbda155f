package org.parley.graphql;

import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

/**
 * Checks arguments for nulls from variables where the type is non-null. The specification allows a nullable variable there if either has a
 * default. The null is known only at execution, and fails that field alone.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-All-Variable-Usages-are-Allowed">GraphQL, section 5.8.5</a>
 */
final class NullArgumentCheck {

    private final CoercedVariables variables;

    NullArgumentCheck(CoercedVariables variables) {
        this.variables = variables;
    }

    /** Returns what is wrong with the arguments of a field; null if they are valid. */
    String rejection(List<GraphQLArgument> definitions, List<Argument> arguments) {
        for (Argument argument : arguments) {
            for (GraphQLArgument definition : definitions) {
                String rejection = definition.getName().equals(argument.getName())
                        ? rejection(definition.getName(), definition.getType(), argument.getValue()) : null;
                if (rejection != null) {
                    return rejection;
                }
            }
        }
        return null;
    }

    private String rejection(String path, GraphQLInputType type, Value<?> value) {
        if (value instanceof VariableReference variable) {
            return GraphQLTypeUtil.isNonNull(type) && variables.containsKey(variable.getName()) && variables.get(variable.getName()) == null
                    ? path + ": the variable $" + variable.getName() + " is null; send a value of type "
                            + GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(type)) + " or omit the variable"
                    : null;
        }
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (nullable instanceof GraphQLList list) {
            return items(path, (GraphQLInputType) list.getWrappedType(), value);
        }
        if (nullable instanceof GraphQLInputObjectType object && value instanceof ObjectValue fields) {
            return fields(path, object, fields);
        }
        return null;
    }

    /** A value that is not a list is coerced to a list of it. */
    private String items(String path, GraphQLInputType type, Value<?> value) {
        if (!(value instanceof ArrayValue array)) {
            return rejection(path, type, value);
        }
        for (int i = 0; i < array.getValues().size(); i++) {
            String rejection = rejection(path + "[" + i + "]", type, array.getValues().get(i));
            if (rejection != null) {
                return rejection;
            }
        }
        return null;
    }

    private String fields(String path, GraphQLInputObjectType type, ObjectValue value) {
        for (ObjectField field : value.getObjectFields()) {
            String rejection = rejection(path + "." + field.getName(), type.getFieldDefinition(field.getName()).getType(),
                    field.getValue());
            if (rejection != null) {
                return rejection;
            }
        }
        return null;
    }
}
