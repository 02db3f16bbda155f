package org.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.dataset.DataSetFolder;
import org.parley.entry.Entry;
import org.parley.entry.Progress;
import org.parley.matching.JudgedDataSet;
import org.parley.record.Kind;

/** A data set of sources into which tests import tables: `first`, its edition `second`, and `other`. */
final class ImportFolder {

    private final Path data;

    ImportFolder(Path data) throws IOException {
        this.data = data;
        Files.createDirectories(data.resolve("sources"));
        Files.writeString(data.resolve("sources/s.yaml"), """
                - {slug: first, title: First, published: 2016, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                - {slug: second, title: Second, published: 2025, kind: DATASET, language: en, paragraphs: 0, footnotes: 0, editionOf: first}
                - {slug: other, title: Other, published: 2025, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                """);
    }

    Path file(String name) {
        return data.resolve(name);
    }

    /** Imports a table, checks the data set, and returns the report. */
    String load(Path mapping, Path table, String source) {
        MappedImport read = MappedImport.read(mapping, table, data, source, data.resolve("../faults.txt"), Progress.NONE);
        read.write();
        JudgedDataSet.readChecked(data, Progress.NONE);
        return read.report();
    }

    void undo() {
        JudgementUndo.read(data, Progress.NONE).write();
        JudgedDataSet.readChecked(data, Progress.NONE);
    }

    List<JsonNode> entries(Kind kind) {
        return DataSetFolder.read(data, fault -> {
            throw new AssertionError(fault);
        }, Progress.NONE).entries(kind).map(Entry::node).toList();
    }

    /** Returns the texts of all files. */
    Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(data.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Returns the attested values of each field with several, as the database computes discrepancies. */
    static Map<String, TreeSet<String>> discrepancies(JsonNode record) {
        Map<String, TreeSet<String>> values = new TreeMap<>();
        record.path("attestations").forEach(attestation -> {
            if (attestation.has("value")) {
                values.computeIfAbsent(attestation.path("field").asText(), none -> new TreeSet<>())
                        .add(attestation.path("reads").asText(attestation.path("value").asText()));
            }
        });
        values.values().removeIf(several -> several.size() < 2);
        return values;
    }
}
