package org.parley.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parley.entry.RecordDefinitions;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.Kind;
import org.parley.record.ObjectType;

/** Converts a value that a source gives to the type of the field in the entry. */
final class AttestedValueForm {

    private static final String OPEN = "..";

    private final ReferenceQueries queries;

    AttestedValueForm(ReferenceQueries queries) {
        this.queries = queries;
    }

    /** Whether the value of a field can be set. Lists of anything but records, and computed fields, cannot. */
    static boolean isSettable(Kind kind, String field) {
        return RecordDefinitions.of(kind).entry().field(field)
                .filter(found -> (!found.type().isList() || found.type() == FieldType.REFERENCES) && !found.isInternal()).isPresent();
    }

    /** Returns the value; empty if it cannot be converted, a null node if the field is to be left out. */
    Optional<JsonNode> of(Kind kind, String field, String value) {
        Field found = RecordDefinitions.of(kind).entry().field(field).orElseThrow();
        return switch (found.type()) {
            case REFERENCE -> reference(found.target(), value);
            case REFERENCES -> references(found.target(), value);
            case PERIOD -> Optional.of(period(value));
            case FLAG -> Optional.of(value.equals("true") ? BooleanNode.TRUE : NullNode.instance);
            case INTEGER, NUMBER -> number(found.type(), value);
            case OBJECT -> object(found.items(), value);
            default -> Optional.of(TextNode.valueOf(value));
        };
    }

    /** Finds the only record with a name. */
    private Optional<JsonNode> reference(Kind kind, String name) {
        List<String> slugs = queries.slugsByName(kind, name);
        return slugs.size() == 1 ? Optional.of(TextNode.valueOf(slugs.get(0))) : Optional.empty();
    }

    /** Finds the records with these names, which are separated by commas. */
    private Optional<JsonNode> references(Kind kind, String names) {
        List<Optional<JsonNode>> found = Arrays.stream(names.split(",")).map(name -> reference(kind, name.strip())).toList();
        return found.stream().allMatch(Optional::isPresent)
                ? Optional.of(JsonNodeFactory.instance.arrayNode().addAll(found.stream().map(Optional::get).toList())) : Optional.empty();
    }

    private static Optional<JsonNode> number(FieldType type, String value) {
        try {
            return Optional.of(
                    type == FieldType.INTEGER ? IntNode.valueOf(Integer.parseInt(value)) : DoubleNode.valueOf(Double.parseDouble(value)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Converts the first field of an object if it is a text, else all its numbers, in order and separated by commas. */
    private static Optional<JsonNode> object(ObjectType type, String value) {
        if (type.fields().get(0).type() == FieldType.NAME) {
            return Optional.of(JsonNodeFactory.instance.objectNode().put(type.fields().get(0).name(), value));
        }
        String[] parts = value.split(",");
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < type.fields().size(); i++) {
            Optional<JsonNode> number = i < parts.length ? number(type.fields().get(i).type(), parts[i].strip()) : Optional.empty();
            if (number.isEmpty()) {
                return Optional.empty();
            }
            object.set(type.fields().get(i).name(), number.get());
        }
        return parts.length == type.fields().size() ? Optional.of(object) : Optional.empty();
    }

    /** Converts a period. An open end is left out, like an unknown one. */
    private static JsonNode period(String value) {
        String[] ends = value.split("/", 2);
        ObjectNode period = JsonNodeFactory.instance.objectNode();
        if (!ends[0].equals(OPEN)) {
            period.put("from", ends[0]);
        }
        String to = ends.length == 1 ? ends[0] : ends[1];
        if (!to.equals(OPEN)) {
            period.put("to", to);
        }
        return period;
    }
}
