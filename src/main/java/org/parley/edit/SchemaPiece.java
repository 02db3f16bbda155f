package org.parley.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parley.seed.check.Schemas;
import org.parley.seed.read.SeedKind;

/** A definition in the JSON Schemas of the data set: its file, its name there, what it says, and the words that describe it here. */
record SchemaPiece(String file, String name, JsonNode node, String description) {

    private static final String DEFINITIONS = "/$defs/";

    /** The definition of the entries of that kind. */
    static SchemaPiece of(SeedKind kind) {
        return named(kind.folder() + ".json", kind.word());
    }

    static SchemaPiece common(String name) {
        return named("common.json", name);
    }

    private static SchemaPiece named(String file, String name) {
        JsonNode node = Schemas.tree(file).at(DEFINITIONS + name);
        return new SchemaPiece(file, name, node, node.path("description").textValue());
    }

    /** A piece within, whatever file it is defined in; it is described where it is used, or else where it is defined. */
    private SchemaPiece of(JsonNode used) {
        String own = used.path("description").textValue();
        if (!used.has("$ref")) {
            return new SchemaPiece(file, null, used, own);
        }
        String[] reference = used.get("$ref").textValue().split("#" + Pattern.quote(DEFINITIONS));
        SchemaPiece target = named(reference[0].isEmpty() ? file : reference[0], reference[1]);
        return own == null ? target : new SchemaPiece(target.file, target.name, target.node, own);
    }

    /** The same with the words that describe it where it is defined. */
    SchemaPiece definition() {
        return named(file, name);
    }

    Map<String, SchemaPiece> properties() {
        Map<String, SchemaPiece> properties = new LinkedHashMap<>();
        node.path("properties").properties().forEach(property -> properties.put(property.getKey(), of(property.getValue())));
        return properties;
    }

    SchemaPiece items() {
        return of(node.get("items"));
    }

    boolean requires(String property) {
        return texts("required").contains(property);
    }

    boolean is(String type) {
        return texts("type").contains(type);
    }

    /** The texts that stand under that keyword: one, or a list. */
    Set<String> texts(String keyword) {
        JsonNode texts = node.path(keyword);
        return texts.isArray()
                ? StreamSupport.stream(texts.spliterator(), false).map(JsonNode::asText).collect(Collectors.toUnmodifiableSet())
                : texts.isMissingNode() ? Set.of() : Set.of(texts.asText());
    }
}
