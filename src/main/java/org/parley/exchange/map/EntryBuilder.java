package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.parley.exchange.map.FieldValues.Converted;
import org.parley.fault.TextRules;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.ObjectType;

/** Builds an entry, or an object in one, from a row by the fields of a mapping. */
final class EntryBuilder {

    private static final String ONE = ", but holds only one; choose one with 'first' or 'pattern' in the mapping";

    private final FieldValues converter;
    /** Receives the field of the entry and what is wrong with it. */
    private final BiConsumer<String, CellException> faults;
    /** What the file prints for each field of the entry that it has a column for. */
    private final Map<String, String> printed = new LinkedHashMap<>();

    EntryBuilder(References references, BiConsumer<String, CellException> faults) {
        this.converter = new FieldValues(references);
        this.faults = faults;
    }

    Map<String, String> printed() {
        return printed;
    }

    /** Builds an entry without slug and attestations unless the mapping has them. */
    ObjectNode entry(ObjectType type, JsonNode fields, Scope scope) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        for (Field field : type.written()) {
            JsonNode expression = fields.get(field.name());
            if (expression == null) {
                continue;
            }
            try {
                JsonNode value = value(field, expression, scope);
                if (value != null) {
                    entry.set(field.name(), value);
                }
            } catch (CellException e) {
                faults.accept(field.name(), e);
            }
        }
        return withoutName(entry);
    }

    /** Removes the name from the aliases: tables often list it among the names in all languages. */
    private static ObjectNode withoutName(ObjectNode entry) {
        JsonNode aliases = entry.path("aliases");
        for (int i = aliases.size() - 1; i >= 0; i--) {
            if (aliases.get(i).equals(entry.get("name"))) {
                ((ArrayNode) aliases).remove(i);
            }
        }
        return aliases.isArray() && aliases.isEmpty() ? entry.without("aliases") : entry;
    }

    private JsonNode value(Field field, JsonNode expression, Scope scope) {
        if (field.type() == FieldType.OBJECTS) {
            return objects(field, expression, scope);
        }
        if (field.type() == FieldType.OBJECT) {
            List<ObjectNode> objects = object(field.items(), expression, scope);
            if (objects.size() > 1) {
                throw new CellException("has " + objects.size() + " values" + ONE);
            }
            return objects.isEmpty() ? null : objects.get(0);
        }
        List<Converted> values = converter.of(field, expression, scope);
        if (values.isEmpty()) {
            return converter.noValue(field, expression, scope);
        }
        String text = String.join("; ", values.stream().map(Converted::printed).filter(one -> one != null).distinct().toList());
        if (!text.isEmpty()) {
            printed.put(field.name(), TextRules.oneLine(text));
        }
        if (field.type().isList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            values.stream().map(Converted::value).distinct().forEach(list::add);
            return list;
        }
        if (field.type() == FieldType.DATE) {
            return converter.date(field, expression, scope, values);
        }
        if (values.size() > 1) {
            throw new CellException("has the values " + text + ONE);
        }
        return values.get(0).value();
    }

    private ArrayNode objects(Field field, JsonNode expression, Scope scope) {
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        Iterable<JsonNode> items = expression.isArray() ? expression : List.of(expression);
        for (JsonNode item : items) {
            for (Scope each : scopes(item, scope)) {
                object(field.items(), item, each).forEach(object -> add(objects, object));
            }
        }
        return objects.isEmpty() ? null : objects;
    }

    /** Returns the joined rows of another list, the items of a list of the row, or the row itself. */
    private static List<Scope> scopes(JsonNode item, Scope scope) {
        if (!item.has("rows")) {
            return List.of(scope);
        }
        if (!item.has("join")) {
            return scope.items(item.get("rows").asText());
        }
        Map.Entry<String, JsonNode> join = item.get("join").properties().iterator().next();
        return Expression.evaluate(join.getValue(), scope).texts().stream()
                .flatMap(value -> scope.joined(item.get("rows").asText(), join.getKey(), value).stream()).toList();
    }

    /** Adds an object; one that differs only in its roles from another one gives it its roles. */
    private static void add(ArrayNode objects, ObjectNode object) {
        for (JsonNode other : objects) {
            if (other.equals(object)) {
                return;
            }
            if (object.has("roles") && ((ObjectNode) other).deepCopy().without("roles").equals(object.deepCopy().without("roles"))) {
                ArrayNode roles = other.withArray("/roles");
                object.get("roles").forEach(role -> {
                    if (StreamSupport.stream(roles.spliterator(), false).noneMatch(role::equals)) {
                        roles.add(role);
                    }
                });
                return;
            }
        }
        objects.add(object);
    }

    /** Builds an object for each value of a field with several; none if all columns that it has are blank. */
    private List<ObjectNode> object(ObjectType type, JsonNode fields, Scope scope) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, List<Converted>> several = new LinkedHashMap<>();
        boolean isTold = Expression.columns(fields).isEmpty();
        for (Field field : type.written()) {
            JsonNode expression = fields.get(field.name());
            List<Converted> values = expression == null || field.items() != null ? List.of() : converter.of(field, expression, scope);
            isTold |= values.stream().anyMatch(value -> value.printed() != null);
            if (values.isEmpty() && expression != null && field.isRequired() && !Expression.columns(expression).isEmpty()) {
                return List.of();
            }
            if (field.type().isList() && !values.isEmpty()) {
                values.stream().map(Converted::value).distinct().forEach(object.withArray("/" + field.name())::add);
            } else if (field.type() == FieldType.DATE && !values.isEmpty()) {
                object.set(field.name(), converter.date(field, expression, scope, values));
            } else if (values.size() > 1) {
                several.put(field.name(), values);
                object.set(field.name(), values.get(0).value());
            } else if (!values.isEmpty()) {
                object.set(field.name(), values.get(0).value());
            }
        }
        if (!isTold || object.isEmpty()) {
            return List.of();
        }
        return several.isEmpty() ? List.of(object) : each(object, several);
    }

    /** Makes an object of each value. Several values of two fields are pairs. */
    private static List<ObjectNode> each(ObjectNode object, Map<String, List<Converted>> several) {
        String first = several.keySet().iterator().next();
        int size = several.get(first).size();
        several.forEach((name, values) -> {
            if (values.size() != size) {
                throw new CellException("has " + size + " values of '" + first + "', but " + values.size() + " of '" + name
                        + "'; write as many of both, or one of '" + name + "'");
            }
        });
        return IntStream.range(0, size).mapToObj(i -> {
            ObjectNode each = object.deepCopy();
            several.forEach((name, values) -> each.set(name, values.get(i).value()));
            return each;
        }).toList();
    }
}
