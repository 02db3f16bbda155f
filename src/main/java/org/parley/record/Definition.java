package org.parley.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The definition of a kind of record. Checks, tables, references, exports and mutation inputs are computed from it, so a field is defined
 * only here.
 */
public final class Definition {

    private static final JsonMapper JSON = new JsonMapper();

    private final Kind kind;
    private final String summary;
    private final ObjectType entry;
    /** All fields by path. */
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private Set<String> derived = Set.of();
    private JsonNode rule = JSON.createObjectNode();

    private Definition(Kind kind, String summary, ObjectType entry) {
        this.kind = kind;
        this.summary = summary;
        this.entry = entry;
        collect("", entry);
    }

    /**
     * Creates the definition of a kind. Adds the fields that all kinds have: `slug` first, `identifiers` last.
     *
     * @param summary description of its files
     * @param description description of one record
     */
    public static Definition of(Kind kind, String summary, String description, Field... fields) {
        List<Field> all = Stream.of(Stream.of(Fields.slug()), Stream.of(fields), Stream.of(Fields.identifiers()))
                .flatMap(Function.identity()).toList();
        return new Definition(kind, summary, new ObjectType(kind.word(), description, all, false));
    }

    /** Sets fields of the GraphQL type that are computed from the entry and can be attested. */
    public Definition derived(String... fields) {
        derived = Set.of(fields);
        return this;
    }

    /** Adds JSON Schema keywords for the whole entry, as a JSON object. */
    public Definition rule(String schema) {
        try {
            rule = JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    public Kind kind() {
        return kind;
    }

    String summary() {
        return summary;
    }

    JsonNode rule() {
        return rule;
    }

    /** Returns the fields of an entry in the order in which they are written. */
    public ObjectType entry() {
        return entry;
    }

    /** Returns the computed fields that can be attested. */
    public Set<String> derived() {
        return derived;
    }

    /** Returns the field at a path. */
    public Field field(String path) {
        return fields.get(path);
    }

    /** Returns the paths of all matching fields at any depth, with a star for each item of a list: `date`, `participations/&#42;/actor`. */
    public List<String> paths(Predicate<Field> condition) {
        return fields.entrySet().stream().filter(field -> condition.test(field.getValue())).map(Map.Entry::getKey).toList();
    }

    /** Returns the paths of fields that refer to other records, with the kind of those records. Internal fields are left out. */
    public Map<String, Kind> references() {
        Map<String, Kind> references = new LinkedHashMap<>();
        fields.forEach((path, field) -> {
            if (field.target() != null && !field.isInternal()) {
                references.put(path, field.target());
            }
        });
        return references;
    }

    private void collect(String prefix, ObjectType type) {
        for (Field field : type.fields()) {
            String path = prefix + field.name() + (field.type().isList() ? "/*" : "");
            fields.put(path, field);
            if (field.items() != null) {
                collect(path + "/", field.items());
            }
        }
    }
}
