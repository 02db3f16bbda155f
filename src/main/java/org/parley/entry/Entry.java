package org.parley.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.parley.record.Kind;

/** One entry of a file. */
public record Entry(EntryFile file, int index, JsonNode node) {

    public Kind kind() {
        return file.kind();
    }

    /** Returns the slug, or null if it is missing. */
    public String slug() {
        return node.path("slug").textValue();
    }

    public EntryPath root() {
        return new EntryPath(this, "", node);
    }

    /** Returns the values at a path: keys separated by slashes, with a star for each item of a list. */
    public List<EntryPath> at(String path) {
        return root().at(path);
    }
}
