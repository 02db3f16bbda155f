package org.parley.seed.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.seed.check.Schemas;
import org.parley.seed.entry.DataSet;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;

/** How the record is written: as the files that a load reads, as one JSON record a line, or as tables. */
public enum DumpFormat {
    YAML,
    JSONL,
    CSV;

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
                .forEach(file -> write(folder.resolve(file.kind().folder()).resolve(file.kind().folder() + ".yaml"),
                        YamlText.of(file.kind(), file.tree())));
        Schemas.texts().forEach((name, text) -> write(folder.resolve("schema").resolve(name), text));
    }

    private static void writeLines(SeedFolder entries, Path folder) {
        for (SeedKind kind : SeedKind.values()) {
            write(folder.resolve(kind.folder() + ".jsonl"),
                    entries.entries(kind).map(entry -> entry.node() + "\n").collect(Collectors.joining()));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
