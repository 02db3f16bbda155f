package org.parley.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.Fault;
import org.parley.record.Kind;

/** The result of converting a foreign file: new entries, records that already exist, skipped items, and faults. */
final class ImportedEntries {

    final ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    final EntryOrigins origins = new EntryOrigins();
    final List<String> existing = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    private final Kind kind;
    private final String name;

    ImportedEntries(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    Kind kind() {
        return kind;
    }

    /** Adds an empty entry; the caller records its origin under {@link #pointer()}. */
    ObjectNode add() {
        return entries.addObject();
    }

    /** Returns the pointer of the newest entry. */
    String pointer() {
        return "/" + (entries.size() - 1);
    }

    void addExisting(String item, Entry entry, String additions) {
        existing.add(item + " is " + entry.slug() + " " + entry.root().position() + "; add to it if new: " + additions);
    }

    void fault(int line, String path, String message) {
        faults.add(new Fault(name, line, path, message));
    }

    EntryFile file() {
        return new EntryFile(kind, name, entries, origins);
    }
}
