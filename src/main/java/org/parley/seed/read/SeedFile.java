package org.parley.seed.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One file of the data set: a list of records of one kind. */
public final class SeedFile {

    private final SeedKind kind;
    private final Path path;
    private final JsonNode tree;
    private final List<Entry> entries = new ArrayList<>();
    private Lines lines;

    SeedFile(SeedKind kind, Path path, JsonNode tree) {
        this.kind = kind;
        this.path = path;
        this.tree = tree;
        for (int i = 0; i < tree.size(); i++) {
            entries.add(new Entry(this, i, tree.get(i)));
        }
    }

    public SeedKind kind() {
        return kind;
    }

    public JsonNode tree() {
        return tree;
    }

    public List<Entry> entries() {
        return entries;
    }

    String name() {
        return path.toString();
    }

    int line(String pointer) {
        if (lines == null) {
            lines = Yaml.lines(path);
        }
        return lines.of(pointer);
    }
}
