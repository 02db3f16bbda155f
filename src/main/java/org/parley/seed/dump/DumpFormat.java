package org.parley.seed.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.parley.seed.check.Schemas;
import org.parley.seed.entry.DataSet;
import org.parley.seed.read.Entry;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;

/** How the record is written: as the files that a load reads, as one JSON record a line, or as tables. */
public enum DumpFormat {
    YAML,
    JSONL,
    CSV;

    /** What is written into a file. */
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

    void write(SeedFolder entries, Path folder) {
        switch (this) {
            case YAML -> writeYaml(entries, folder);
            case JSONL -> writeLines(entries, folder);
            case CSV -> CsvTables.of(DataSet.of(entries, fault -> {
            })).forEach(table -> write(folder.resolve(table.name() + ".csv"), table.text()));
        }
    }

    /** The layout of seeds/: one folder a kind, and the schemas that its files name. */
    private static void writeYaml(SeedFolder entries, Path folder) {
        entries.files().stream().filter(file -> !file.entries().isEmpty())
                .forEach(file -> fill(folder.resolve(file.kind().folder()).resolve(file.kind().folder() + ".yaml"),
                        writer -> YamlText.write(file.kind(), file.tree(), writer)));
        Schemas.texts().forEach((name, text) -> write(folder.resolve("schema").resolve(name), text));
    }

    private static void writeLines(SeedFolder entries, Path folder) {
        for (SeedKind kind : SeedKind.values()) {
            fill(folder.resolve(kind.folder() + ".jsonl"), writer -> {
                for (Entry entry : (Iterable<Entry>) entries.entries(kind)::iterator) {
                    writer.write(entry.node() + "\n");
                }
            });
        }
    }

    private static void write(Path file, String text) {
        fill(file, writer -> writer.write(text));
    }

    /** A file of many records is written piece by piece: as one text it would take several times its size. */
    private static void fill(Path file, Content content) {
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
