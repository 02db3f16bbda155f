package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.parley.record.Field;
import org.parley.record.Kind;

/** Values of fields in the form in which attestations have them. */
public final class AttestedText {

    static final String SEPARATOR = ", ";

    private AttestedText() {
    }

    /** Returns the value of an attestation, as it is to be read. */
    public static String read(JsonNode attestation) {
        return attestation.path("reads").asText(attestation.path("value").asText());
    }

    /**
     * Returns the value of a field: records by name, separated by commas.
     *
     * @param name returns the name of the record of a kind with a slug
     */
    public static String of(Field field, JsonNode value, BiFunction<Kind, String, String> name) {
        return field.target() == null ? value.path("reading").asText(value.path("edtf").asText(value.asText()))
                : slugs(value).stream().map(slug -> name.apply(field.target(), slug)).sorted().collect(Collectors.joining(SEPARATOR));
    }

    /** Returns the slugs of a reference, or of a list of references. */
    static Set<String> slugs(JsonNode references) {
        Set<String> slugs = new TreeSet<>();
        references.forEach(slug -> slugs.add(slug.asText()));
        return references.isTextual() ? Set.of(references.asText()) : slugs;
    }
}
