package org.parley.graphql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A value that a client sends, as JSON and as a GraphQL literal. */
sealed interface Input {

    record Null() implements Input {}

    record Number(String text) implements Input {
        boolean isInteger() {
            return text.matches("-?\\d+");
        }
    }

    record Text(String text) implements Input {}

    record Truth(boolean value) implements Input {}

    /** A name without quotes; a string in JSON. */
    record Name(String name) implements Input {}

    record Items(List<Input> items) implements Input {}

    record Fields(Map<String, Input> fields) implements Input {}

    List<String> NUMBERS = List.of("0", "1", "-1", "1.0", "1.7", "1e2", "1e400", "-1e400", "1e-400", "2147483647", "2147483648",
            "-2147483648", "-2147483649", "4294967297", "4294967299", "2147483647.0000001", "9".repeat(60), "0.1", "-0",
            "1" + "0".repeat(310));
    List<String> TEXTS = List.of("", "1", "1.5", "true", "A", "C", "x", "null", "[]");

    /** Generates a value that often matches the type, and often nearly does. */
    static Input random(Random random, String type, int depth) {
        if (random.nextInt(8) == 0) {
            return any(random, depth);
        }
        String nullable = type.replaceAll("!$", "");
        if (nullable.startsWith("[") && random.nextInt(5) > 0) {
            String inner = nullable.substring(1, nullable.length() - 1);
            List<Input> items = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                items.add(random(random, inner, depth - 1));
            }
            return new Items(items);
        }
        return switch (nullable.replaceAll("[\\[\\]!]", "")) {
            case "Int", "Float" -> new Number(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case "Boolean" -> new Truth(random.nextBoolean());
            case "E" -> new Name(List.of("A", "B", "C").get(random.nextInt(3)));
            case "In" -> depth <= 0 ? new Null() : fields(random, depth);
            default -> new Text(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private static Input fields(Random random, int depth) {
        Map<String, Input> fields = new LinkedHashMap<>();
        if (random.nextInt(10) > 0) {
            fields.put("r", random.nextInt(4) == 0 ? new Number("7") : new Text("r"));
        }
        Coercion.FIELDS.forEach((name, type) -> {
            if (!name.equals("r") && random.nextInt(4) == 0) {
                fields.put(name, random(random, type, depth - 1));
            }
        });
        if (random.nextInt(20) == 0) {
            fields.put("x", new Null());
        }
        return new Fields(fields);
    }

    private static Input any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> new Null();
            case 1 -> new Number(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 2 -> new Text(TEXTS.get(random.nextInt(TEXTS.size())));
            case 3 -> new Truth(random.nextBoolean());
            case 4 -> new Name(List.of("A", "B", "C").get(random.nextInt(3)));
            case 5 -> new Items(List.of(any(random, depth - 1)));
            default -> fields(random, depth);
        };
    }

    /** Converts the value as the service parses JSON: integers in the smallest type, other numbers exactly. */
    default Object json() {
        if (this instanceof Number number) {
            if (!number.isInteger()) {
                return new BigDecimal(number.text);
            }
            BigInteger whole = new BigInteger(number.text);
            return whole.bitLength() < 32 ? (Object) whole.intValue() : whole.bitLength() < 64 ? (Object) whole.longValue() : whole;
        }
        if (this instanceof Items list) {
            List<Object> items = new ArrayList<>();
            list.items.forEach(item -> items.add(item.json()));
            return items;
        }
        if (this instanceof Fields object) {
            Map<String, Object> fields = new LinkedHashMap<>();
            object.fields.forEach((name, value) -> fields.put(name, value.json()));
            return fields;
        }
        return this instanceof Text text ? text.text
                : this instanceof Truth truth ? (Object) truth.value : this instanceof Name name ? name.name : null;
    }

    default String literal() {
        if (this instanceof Items list) {
            return list.items.stream().map(Input::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        if (this instanceof Fields object) {
            return object.fields.entrySet().stream().map(field -> field.getKey() + ": " + field.getValue().literal())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return this instanceof Number number ? number.text : this instanceof Text text ? '"' + text.text + '"'
                : this instanceof Truth truth ? String.valueOf(truth.value) : this instanceof Name name ? name.name : "null";
    }
}
