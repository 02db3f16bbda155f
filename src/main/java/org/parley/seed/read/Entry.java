package org.parley.seed.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One record as a file of the data set has it. */
public record Entry(SeedFile file, int index, JsonNode node) {

    public SeedKind kind() {
        return file.kind();
    }

    /** Its slug, or null where it has none. */
    public String slug() {
        return node.path("slug").textValue();
    }

    public Spot spot() {
        return new Spot(this, "", node);
    }

    /** The spots of that path: names of keys, and a star for every element of a list. */
    public List<Spot> at(String path) {
        return spot().at(path);
    }
}
