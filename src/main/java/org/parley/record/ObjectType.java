package org.parley.record;

import java.util.List;
import java.util.Optional;

/**
 * The type of an entry or of an object in one of its lists.
 *
 * @param isReference whether exactly one of the optional fields is set, each of which refers to another kind
 */
public record ObjectType(String name, String description, List<Field> fields, boolean isReference) {

    public static ObjectType of(String name, String description, Field... fields) {
        return new ObjectType(name, description, List.of(fields), false);
    }

    /** Returns this type with exactly one of its optional fields set. */
    public ObjectType withOneReference() {
        return new ObjectType(name, description, fields, true);
    }

    /** Returns the fields that people write. */
    public List<Field> written() {
        return fields.stream().filter(field -> !field.isInternal()).toList();
    }

    /** Returns the name of the GraphQL type. */
    public String typeName() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
