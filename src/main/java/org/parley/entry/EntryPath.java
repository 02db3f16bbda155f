package org.parley.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value within an entry, with its JSON pointer.
 *
 * @param pointer relative to the entry: empty for the entry itself
 */
public record EntryPath(Entry entry, String pointer, JsonNode node) {

    /** Returns the values at a path relative to this one; empty if the entry has none. See {@link Entry#at}. */
    public List<EntryPath> at(String path) {
        List<EntryPath> found = new ArrayList<>();
        collect(path, found);
        return found;
    }

    private void collect(String path, List<EntryPath> found) {
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

    private void into(String step, JsonNode child, String rest, List<EntryPath> found) {
        if (child != null) {
            new EntryPath(entry, pointer + "/" + step, child).collect(rest, found);
        }
    }

    /** Returns the text of a key, or null. */
    public String text(String key) {
        return node.path(key).textValue();
    }

    public Fault fault(String message) {
        return new Fault(entry.file().name(), line(), entry.file().origin().label(this), message);
    }

    /** Returns the position for a message: `at seeds/meetings/2023.yaml:12`. */
    public String position() {
        return entry.file().origin().position(this);
    }

    private int line() {
        return entry.file().origin().line("/" + entry.index() + pointer);
    }
}
