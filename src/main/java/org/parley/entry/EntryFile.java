package org.parley.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.parley.record.Kind;

/** One file of entries, all of one kind. */
public final class EntryFile {

    private final Kind kind;
    private final String name;
    private final JsonNode tree;
    private final FaultLocator origin;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * Normalizes all texts.
     *
     * @param name the name to report with each fault
     */
    public EntryFile(Kind kind, String name, JsonNode written, FaultLocator origin) {
        this.kind = kind;
        this.name = name;
        this.tree = NormalizedTree.of(written);
        this.origin = origin;
        for (int i = 0; i < tree.size(); i++) {
            entries.add(new Entry(this, i, tree.get(i)));
        }
    }

    public Kind kind() {
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

    public FaultLocator origin() {
        return origin;
    }
}
