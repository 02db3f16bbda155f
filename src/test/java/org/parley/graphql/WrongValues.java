package org.parley.graphql;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Invalid values of a type, at any depth, as GraphQL literals and as JSON; and a valid value. */
final class WrongValues {

    /**
     * A value with one fault.
     *
     * @param literal as a GraphQL literal; null if only JSON can express it
     * @param json as JSON; null if only a document can express it
     */
    record Wrong(String path, String literal, String json) {}

    /** Text around an inner value. */
    private interface Around {
        String of(String inner);
    }

    private static final Map<String, List<String>> SCALARS = Map.of("Int",
            List.of("1.7", "4294967297", "4294967299", "2147483648", "-2147483649", "1e400", "\"\"", "\"1\"", "true", "{}", "[[1]]"),
            "Float", List.of("1e400", "-1e400", "9".repeat(400), "\"\"", "\"1.5\"", "false", "{}"), "String",
            List.of("1", "1.5", "true", "{a: 1}"), "Boolean", List.of("0", "1", "\"true\"", "\"\"", "1.0", "{}"), "ID",
            List.of("1.5", "true", "1e3", "{}"), "Date", List.of("2023", "1.5", "true", "{}"), "DateTime",
            List.of("2023", "true", "\"\"", "\"2023-07-15\"", "\"soon\""));
    private static final List<String> OBJECTS = List.of("1", "\"x\"", "true");

    private final List<Wrong> all = new ArrayList<>();
    /** Input types that were already covered: each is covered once. */
    private final Set<String> entered;

    WrongValues(Set<String> entered) {
        this.entered = entered;
    }

    List<Wrong> of(String path, GraphQLInputType type) {
        all.clear();
        collect(path, type, inner -> inner, inner -> inner);
        return List.copyOf(all);
    }

    private void add(String path, String literal, String json, Around inDocument, Around inJson) {
        all.add(new Wrong(path, literal == null ? null : inDocument.of(literal), json == null ? null : inJson.of(json)));
    }

    private void collect(String path, GraphQLType type, Around inDocument, Around inJson) {
        if (type instanceof GraphQLNonNull required) {
            add(path, "null", "null", inDocument, inJson);
            collect(path, required.getWrappedType(), inDocument, inJson);
        } else if (type instanceof GraphQLList list) {
            collect(path + "[0]", list.getWrappedType(), inner -> inDocument.of("[" + inner + "]"), inner -> inJson.of("[" + inner + "]"));
        } else if (type instanceof GraphQLInputObjectType object) {
            OBJECTS.forEach(value -> add(path, value, value, inDocument, inJson));
            add(path, fit(object, true, "unknown", "1"), fit(object, false, "unknown", "1"), inDocument, inJson);
            if (entered.add(object.getName())) {
                object.getFields()
                        .forEach(field -> collect(path + "." + field.getName(), field.getType(),
                                inner -> inDocument.of(fit(object, true, field.getName(), inner)),
                                inner -> inJson.of(fit(object, false, field.getName(), inner))));
            }
        } else if (type instanceof GraphQLEnumType options) {
            String first = options.getValues().get(0).getName();
            List.of("1", "true", "\"\"", "\"" + first.toLowerCase(Locale.ROOT) + "\"", "\"NOTHING\"", "[[]]")
                    .forEach(value -> add(path, value, value, inDocument, inJson));
            add(path, "\"" + first + "\"", null, inDocument, inJson);
            add(path, "NOTHING", null, inDocument, inJson);
        } else {
            String name = GraphQLTypeUtil.simplePrint(type);
            List<String> values = SCALARS.get(name);
            if (values == null) {
                throw new AssertionError("no wrong values are known for the scalar " + name + "; add some");
            }
            values.forEach(value -> add(path, value, value.replace("{a:", "{\"a\":"), inDocument, inJson));
            if (name.equals("Int")) {
                add(path, "1.0", null, inDocument, inJson);
            }
        }
    }

    /** Returns an object that is valid except for that field. */
    private static String fit(GraphQLInputObjectType type, boolean literal, String field, String value) {
        List<String> fields = new ArrayList<>(type.getFields().stream()
                .filter(one -> GraphQLTypeUtil.isNonNull(one.getType()) && !one.hasSetDefaultValue() && !one.getName().equals(field))
                .map(one -> named(one.getName(), literal) + fit(one, literal)).toList());
        fields.add(named(field, literal) + value);
        return fields.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String fit(GraphQLInputObjectField field, boolean literal) {
        return fit(field.getType(), literal);
    }

    private static String named(String field, boolean literal) {
        return literal ? field + ": " : "\"" + field + "\": ";
    }

    /** Returns the smallest valid value. */
    static String fit(GraphQLType type, boolean literal) {
        if (type instanceof GraphQLNonNull required) {
            return fit(required.getWrappedType(), literal);
        }
        if (type instanceof GraphQLList list) {
            return "[" + fit(list.getWrappedType(), literal) + "]";
        }
        if (type instanceof GraphQLInputObjectType object) {
            return object.getFields().stream().filter(one -> GraphQLTypeUtil.isNonNull(one.getType()) && !one.hasSetDefaultValue())
                    .map(one -> named(one.getName(), literal) + fit(one, literal)).collect(Collectors.joining(", ", "{", "}"));
        }
        if (type instanceof GraphQLEnumType options) {
            String first = options.getValues().get(0).getName();
            return literal ? first : "\"" + first + "\"";
        }
        return switch (GraphQLTypeUtil.simplePrint(type)) {
            case "Int", "Float" -> "1";
            case "Boolean" -> "true";
            case "Date" -> "\"2023-07-15\"";
            case "DateTime" -> "\"2023-07-15T00:00:00Z\"";
            default -> "\"x\"";
        };
    }
}
