package org.parley.graphql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Input coercion as in sections 3.5, 3.9, 3.10, 3.11 and 3.12 of the GraphQL specification, for the types of a test. Implemented
 * independently of the service and its libraries.
 */
final class Coercion {

    /** An invalid value. */
    private static final class Misfit extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** The fields of the input type In, in order. */
    static final Map<String, String> FIELDS = fields();
    private static final Map<String, Object> DEFAULTS = Map.of("f", 1.5, "b", true, "e", "B");

    private final boolean literal;

    private Coercion(boolean literal) {
        this.literal = literal;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("i", "Int");
        fields.put("f", "Float!");
        fields.put("s", "[String!]");
        fields.put("b", "Boolean!");
        fields.put("e", "E");
        fields.put("n", "In");
        fields.put("r", "ID!");
        return fields;
    }

    /** Returns the coerced value of a variable; empty if it is invalid. */
    static Optional<Object> ofJson(String type, Input input) {
        return new Coercion(false).result(type, input);
    }

    /** Returns the coerced value of a literal; empty if it is invalid. */
    static Optional<Object> ofLiteral(String type, Input input) {
        return new Coercion(true).result(type, input);
    }

    static String shown(Object value) {
        return String.valueOf(value);
    }

    private Optional<Object> result(String type, Input input) {
        try {
            return Optional.of(of(type, input));
        } catch (Misfit none) {
            return Optional.empty();
        }
    }

    private Object of(String type, Input input) throws Misfit {
        if (type.endsWith("!")) {
            if (input instanceof Input.Null) {
                throw new Misfit();
            }
            return of(type.substring(0, type.length() - 1), input);
        }
        if (input instanceof Input.Null) {
            return NULL;
        }
        if (type.startsWith("[")) {
            return list(type.substring(1, type.length() - 1), input);
        }
        return switch (type) {
            case "Int" -> whole(input);
            case "Float" -> number(input);
            case "String" -> text(input);
            case "Boolean" -> input instanceof Input.Truth truth ? truth.value() : misfit();
            case "ID" ->
                input instanceof Input.Number number && number.isInteger() ? new BigInteger(number.text()).toString() : text(input);
            case "E" -> option(input);
            default -> object(input);
        };
    }

    private static Object misfit() throws Misfit {
        throw new Misfit();
    }

    private List<Object> list(String inner, Input input) throws Misfit {
        List<Object> items = new ArrayList<>();
        for (Input item : input instanceof Input.Items several ? several.items() : List.of(input)) {
            items.add(of(inner, item));
        }
        return items;
    }

    private Object whole(Input input) throws Misfit {
        if (!(input instanceof Input.Number number) || literal && !number.isInteger()) {
            return misfit();
        }
        BigDecimal value = new BigDecimal(number.text());
        boolean fits = value.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) >= 0
                && value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0 && value.remainder(BigDecimal.ONE).signum() == 0;
        return fits ? value.intValue() : misfit();
    }

    private static Object number(Input input) throws Misfit {
        return input instanceof Input.Number number && Double.isFinite(Double.parseDouble(number.text()))
                ? (number.text().equals("-0") ? 0.0 : Double.parseDouble(number.text())) : misfit();
    }

    /** A name without quotes is a string in JSON, but not a string literal in a document. */
    private Object text(Input input) throws Misfit {
        return input instanceof Input.Text text ? text.text() : input instanceof Input.Name name && !literal ? name.name() : misfit();
    }

    private Object option(Input input) throws Misfit {
        String name = input instanceof Input.Name named ? named.name() : input instanceof Input.Text text && !literal ? text.text() : "";
        return name.equals("A") || name.equals("B") ? name : misfit();
    }

    private Object object(Input input) throws Misfit {
        if (!(input instanceof Input.Fields given) || !FIELDS.keySet().containsAll(given.fields().keySet())) {
            return misfit();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : FIELDS.entrySet()) {
            Input value = given.fields().get(field.getKey());
            if (value != null) {
                fields.put(field.getKey(), of(field.getValue(), value));
            } else if (DEFAULTS.containsKey(field.getKey())) {
                fields.put(field.getKey(), DEFAULTS.get(field.getKey()));
            } else if (field.getValue().endsWith("!")) {
                return misfit();
            }
        }
        return fields;
    }
}
