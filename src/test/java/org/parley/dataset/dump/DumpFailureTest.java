package org.parley.dataset.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** Tests that a dump that fails during writing reports the reason and leaves no files. */
class DumpFailureTest {

    private static final String UNPAIRED_SURROGATE = "\ud800";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = DumpFormat.class, names = "CSV", mode = EnumSource.Mode.EXCLUDE)
    void fullDisk(DumpFormat format) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "there is no /dev/full");
        assertEquals("No space left on device", failure(part -> {
            Path file = format == DumpFormat.YAML ? part.resolve("places/places.yaml") : part.resolve("places.jsonl");
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, full);
            format.write(places("Brussels"), part);
        }));
    }

    @Test
    void textThatUtf8CannotEncode() throws IOException {
        assertEquals("text is not valid Unicode", failure(part -> DumpFormat.JSONL.write(places(UNPAIRED_SURROGATE), part)));
    }

    @Test
    void folderThatIsTakenAway() throws IOException {
        assertEquals("no such file or folder", failure(Files::delete));
    }

    private interface Writing {
        void into(Path part) throws IOException;
    }

    /** Returns why the dump failed. */
    private String failure(Writing writing) throws IOException {
        Path dumped = folder.resolve("dumped");
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> AtomicFolder.create(dumped, part -> {
            try {
                writing.into(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        String begin = "'" + dumped + "' was not written: ";
        assertEquals(begin, failure.getMessage().substring(0, begin.length()), failure.getMessage());
        return failure.getMessage().substring(begin.length());
    }

    private static EntryFiles places(String name) {
        ArrayNode places = JsonNodeFactory.instance.arrayNode();
        places.addObject().put("slug", "brussels").put("name", name);
        return EntryFiles.of(List.of(new EntryFile(Kind.PLACE, "the database", places, pointer -> 0)));
    }
}
