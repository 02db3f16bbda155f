package org.parley.dataset.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.parley.entry.DataSet;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.check.Schemas;
import org.parley.record.Kind;

/** The format of a dump: YAML that can be loaded, JSON Lines, or CSV tables. */
public enum DumpFormat {
    YAML,
    JSONL,
    CSV;

    /** Writes the content of a file. */
    @FunctionalInterface
    private interface Content {
        void write(Writer writer) throws IOException;
    }

    public static Optional<DumpFormat> of(String name) {
        return Arrays.stream(values()).filter(format -> format.word().equals(name)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    void write(EntryFiles entries, Path folder) {
        switch (this) {
            case YAML -> writeYaml(entries, folder);
            case JSONL -> writeLines(entries, folder);
            case CSV -> CsvTables.of(DataSet.of(entries)).forEach(table -> write(folder.resolve(table.name() + ".csv"), table.text()));
        }
    }

    /** Writes the layout of seeds/: one folder for each kind, and the schemas that the files refer to. */
    private static void writeYaml(EntryFiles entries, Path folder) {
        entries.files().stream().filter(file -> !file.entries().isEmpty())
                .forEach(file -> writeFile(folder.resolve(file.kind().folder()).resolve(file.kind().folder() + ".yaml"),
                        writer -> YamlText.write(file.kind(), file.tree(), writer)));
        Schemas.files().forEach((name, text) -> write(folder.resolve("schema").resolve(name), text));
    }

    private static void writeLines(EntryFiles entries, Path folder) {
        for (Kind kind : Kind.values()) {
            writeFile(folder.resolve(kind.folder() + ".jsonl"), writer -> {
                for (Entry entry : (Iterable<Entry>) entries.entries(kind)::iterator) {
                    writer.write(entry.node() + "\n");
                }
            });
        }
    }

    private static void write(Path file, String text) {
        writeFile(file, writer -> writer.write(text));
    }

    /** Writes in pieces: one large text would take several times its size in memory. */
    private static void writeFile(Path file, Content content) {
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                content.write(writer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
