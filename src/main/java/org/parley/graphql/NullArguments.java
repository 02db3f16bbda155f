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
 * Nulls that variables bring to places where none may stand. A nullable variable is allowed there if it or the place has a default (section
 * 5.8.5 of the GraphQL specification); that it is null is known only when the operation runs, and fails the one field.
 */
final class NullArguments {

    private final CoercedVariables variables;

    NullArguments(CoercedVariables variables) {
        this.variables = variables;
    }

    /** What is wrong with the arguments of a field; null where nothing is. */
    String refusal(List<GraphQLArgument> taken, List<Argument> given) {
        for (Argument argument : given) {
            for (GraphQLArgument one : taken) {
                String refusal = one.getName().equals(argument.getName()) ? refusal(one.getName(), one.getType(), argument.getValue())
                        : null;
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }

    private String refusal(String path, GraphQLInputType type, Value<?> value) {
        if (value instanceof VariableReference variable) {
            return GraphQLTypeUtil.isNonNull(type) && variables.containsKey(variable.getName()) && variables.get(variable.getName()) == null
                    ? path + ": the variable $" + variable.getName() + " is null; send a value of the type "
                            + GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(type)) + ", or leave the variable out"
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

    /** A value that is no list stands for a list of it alone. */
    private String items(String path, GraphQLInputType type, Value<?> value) {
        if (!(value instanceof ArrayValue array)) {
            return refusal(path, type, value);
        }
        for (int i = 0; i < array.getValues().size(); i++) {
            String refusal = refusal(path + "[" + i + "]", type, array.getValues().get(i));
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private String fields(String path, GraphQLInputObjectType type, ObjectValue value) {
        for (ObjectField field : value.getObjectFields()) {
            String refusal = refusal(path + "." + field.getName(), type.getFieldDefinition(field.getName()).getType(), field.getValue());
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}
