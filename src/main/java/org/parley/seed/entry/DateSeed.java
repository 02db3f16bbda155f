package org.parley.seed.entry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.parley.time.PartialDate;

/** A date: EDTF text, or what the sources say and what was made of it. */
@RegisterForReflection
public record DateSeed(String edtf, String reading, boolean inferred) {

    /** A bare year may stand as a number. That a date with a reading is inferred goes without saying. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DateSeed of(JsonNode node) {
        return node.isObject() ? new DateSeed(node.get("edtf").asText(), node.path("reading").asText(null),
                node.path("inferred").asBoolean() && !node.has("reading")) : new DateSeed(node.asText(), null, false);
    }

    public PartialDate date() {
        return PartialDate.of(edtf, reading, inferred);
    }
}
