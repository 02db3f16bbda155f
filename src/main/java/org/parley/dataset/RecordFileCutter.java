package org.parley.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.entry.EntryFile;

/** Removes entries of a YAML file, and items of their lists, and keeps all its other lines and comments. */
public final class RecordFileCutter {

    private final EntryFile file;
    private final List<String> lines;
    private final BitSet removed = new BitSet();

    private RecordFileCutter(EntryFile file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Returns the text of the file without some entries and items; empty if that cannot be done line by line, because the file has a list
     * on one line, for example.
     *
     * @param entries the indices of the entries to remove
     * @param items the indices of the items to remove, by the JSON Pointer of their list
     * @param expected the entries that remain
     */
    public static Optional<String> text(EntryFile file, Collection<Integer> entries, Map<String, ? extends Collection<Integer>> items,
            JsonNode expected, Path temporary) throws IOException {
        RecordFileCutter cutter = new RecordFileCutter(file, Files.readAllLines(Path.of(file.name())));
        entries.forEach(cutter::removeEntry);
        items.forEach(cutter::removeItems);
        String text = cutter.text();
        try {
            Files.writeString(temporary, text);
            return Optional.of(text).filter(cut -> expected.equals(Yaml.tree(temporary, fault -> {
            })));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Removes the lines up to the next entry and the comment above it; those of the last entry with the blank line before it. */
    private void removeEntry(int index) {
        boolean isLast = index == file.entries().size() - 1;
        int first = line("/" + index);
        int end = isLast ? lines.size() : line("/" + (index + 1));
        while (end > first + 1 && lines.get(end - 1).startsWith("#")) {
            end--;
        }
        removed.set(first, end);
        if (end == lines.size() && first > 0 && lines.get(first - 1).isBlank()) {
            removed.set(first - 1);
        }
    }

    /** Removes items, and the key of a list of which all items are removed. */
    private void removeItems(String list, Collection<Integer> indices) {
        for (int index : indices) {
            int first = line(list + "/" + index);
            removed.set(first, end(first));
        }
        if (indices.size() == file.tree().at(list).size()) {
            removed.set(line(list));
        }
    }

    /** Returns the index of the line after an item in block style. */
    private int end(int first) {
        int indent = indent(lines.get(first));
        int end = first + 1;
        while (end < lines.size() && !lines.get(end).isBlank() && indent(lines.get(end)) > indent) {
            end++;
        }
        return end;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private int line(String pointer) {
        return file.origin().line(pointer) - 1;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = removed.nextClearBit(0); i < lines.size(); i = removed.nextClearBit(i + 1)) {
            text.append(lines.get(i)).append('\n');
        }
        return text.toString();
    }
}
