package org.parley.graphql;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.Map;

/** Converts values in a document to values as JSON has them. */
public final class Literals {

    private Literals() {
    }

    /** Returns the value of a literal; a variable has its value in the map. */
    public static Object value(Value<?> literal, Map<String, Object> variables) {
        if (literal instanceof ObjectValue object) {
            Map<String, Object> fields = new HashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                fields.put(field.getName(), value(field.getValue(), variables));
            }
            return fields;
        }
        if (literal instanceof ArrayValue list) {
            return list.getValues().stream().map(item -> value(item, variables)).toList();
        }
        return literal instanceof VariableReference variable ? variables.get(variable.getName())
                : literal instanceof StringValue text ? text.getValue()
                        : literal instanceof IntValue number ? number.getValue()
                                : literal instanceof FloatValue number ? number.getValue() : literal instanceof BooleanValue truth
                                        ? truth.isValue() : literal instanceof EnumValue name ? name.getName() : null;
    }
}
