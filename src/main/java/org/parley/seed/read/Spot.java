package org.parley.seed.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A place within an entry, at which something may be wrong. */
public record Spot(Entry entry, String pointer, JsonNode node) {

    /** What lies further in; nothing where the entry does not have it. */
    public List<Spot> at(String path) {
        List<Spot> found = new ArrayList<>();
        collect(path, found);
        return found;
    }

    private void collect(String path, List<Spot> found) {
        int slash = path.indexOf('/');
        String step = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 ? "" : path.substring(slash + 1);
        if (step.isEmpty()) {
            found.add(this);
        } else if (!step.equals("*")) {
            into(step, node.get(step), rest, found);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                into(String.valueOf(i), node.get(i), rest, found);
            }
        }
    }

    private void into(String step, JsonNode child, String rest, List<Spot> found) {
        if (child != null) {
            new Spot(entry, pointer + "/" + step, child).collect(rest, found);
        }
    }

    /** The text of one of its keys, or null. */
    public String text(String key) {
        return node.path(key).textValue();
    }

    public Fault fault(String message) {
        return new Fault(entry.file().name(), line(), entry.file().origin().words(this), message);
    }

    /** Where a reader finds it: 'at seeds/meetings/2023.yaml:12'. */
    public String where() {
        return entry.file().origin().place(this);
    }

    private int line() {
        return entry.file().origin().line("/" + entry.index() + pointer);
    }
}
