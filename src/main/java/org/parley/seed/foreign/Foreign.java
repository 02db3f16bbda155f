package org.parley.seed.foreign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFile;
import org.parley.seed.read.SeedKind;

/** What a foreign file was made into: new entries, records known already, and what was left out. */
final class Foreign {

    final ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    final Traces traces = new Traces();
    final List<String> known = new ArrayList<>();
    final List<String> leftOut = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    private final SeedKind kind;
    private final String name;

    Foreign(SeedKind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    SeedKind kind() {
        return kind;
    }

    /** A new entry, and where it begins in the foreign file is told by the traces of its pointer. */
    ObjectNode add() {
        return entries.addObject();
    }

    /** The pointer of the newest entry. */
    String pointer() {
        return "/" + (entries.size() - 1);
    }

    void known(String what, Entry entry, String toAdd) {
        known.add(what + " is " + entry.slug() + " " + entry.spot().where() + "; add there what is new: " + toAdd);
    }

    void fault(int line, String path, String message) {
        faults.add(new Fault(name, line, path, message));
    }

    SeedFile file() {
        return new SeedFile(kind, name, entries, traces);
    }
}
