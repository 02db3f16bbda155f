package org.parley.seed.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One file of the data set: a list of records of one kind. */
public final class SeedFile {

    private final SeedKind kind;
    private final String name;
    private final JsonNode tree;
    private final Origin origin;
    private final List<Entry> entries = new ArrayList<>();

    /** The name is reported with each fault. Texts are normalized here, for files and editors alike. */
    public SeedFile(SeedKind kind, String name, JsonNode written, Origin origin) {
        this.kind = kind;
        this.name = name;
        this.tree = NormalizedTree.of(written);
        this.origin = origin;
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

    public String name() {
        return name;
    }

    public Origin origin() {
        return origin;
    }
}
