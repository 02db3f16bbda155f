package org.parley.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.dataset.dump.YamlText;
import org.parley.entry.EntryFile;

/** Appends items to lists of entries in a YAML file, and keeps all its other lines and comments. */
public final class RecordFileEditor {

    private static final List<String> LISTS = List.of("attestations", "resolutions", "identifiers");

    private final EntryFile file;
    private final List<String> lines;
    /** The lines to insert, by the index of the line before which they go. */
    private final TreeMap<Integer, List<String>> inserted = new TreeMap<>();

    private RecordFileEditor(EntryFile file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Returns the text of the file with the longer lists of the changed entries; empty if that cannot be done line by line, because the
     * file has a list on one line, for example.
     *
     * @param changed entries by their index in the file, with items appended to attestations, resolutions or identifiers
     * @param expected all entries of the file with these changes
     */
    public static Optional<String> text(EntryFile file, Map<Integer, ? extends JsonNode> changed, JsonNode expected, Path temporary)
            throws IOException {
        RecordFileEditor editor = new RecordFileEditor(file, Files.readAllLines(Path.of(file.name())));
        if (!changed.entrySet().stream().allMatch(entry -> editor.edit(entry.getKey(), entry.getValue()))) {
            return Optional.empty();
        }
        String text = editor.text();
        try {
            Files.writeString(temporary, text);
            return Optional.of(text).filter(edited -> expected.equals(Yaml.tree(temporary, fault -> {
            })));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean edit(int index, JsonNode changed) {
        JsonNode before = file.entries().get(index).node();
        int end = -1;
        for (String list : LISTS) {
            int size = before.path(list).size();
            List<JsonNode> items = new ArrayList<>();
            changed.path(list).forEach(items::add);
            end = size > 0 ? endOfList("/" + index + "/" + list, size) : end;
            if (items.size() > size) {
                if (end < 0) {
                    return false;
                }
                List<String> target = inserted.computeIfAbsent(end, none -> new ArrayList<>());
                if (size == 0) {
                    target.add("  " + list + ":");
                }
                items.subList(size, items.size()).forEach(item -> target.addAll(YamlText.item(list, item)));
            }
        }
        return true;
    }

    /** Returns the index of the line after the last item of a list in block style. */
    private int endOfList(String pointer, int size) {
        int last = file.origin().line(pointer + "/" + (size - 1)) - 1;
        int indent = indent(lines.get(last));
        int end = last + 1;
        while (end < lines.size() && !lines.get(end).isBlank() && indent(lines.get(end)) > indent) {
            end++;
        }
        return end;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= lines.size(); i++) {
            inserted.getOrDefault(i, List.of()).forEach(line -> text.append(line).append('\n'));
            if (i < lines.size()) {
                text.append(lines.get(i)).append('\n');
            }
        }
        return text.toString();
    }
}
