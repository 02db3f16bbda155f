package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.entry.FaultyDataException;

/** Tests that no file of a data set is ignored, and that each is read as YAML 1.2 or rejected with a line. */
class FilesTest {

    private static final String FIGURE = "- {slug: f, measure: m, printed: p, unit: u, value: %s, attestations: [{source:"
            + " russia-stresses-its-red-lines, locator: title, voice: HEARSAY}]}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheRealDataSet() {
        new SeedCopy(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetings/x.YAML", "meetings/x.yml", "meetings/x.json", "meetings/x.yaml.txt", "meetings/x.yaml~",
            "meetings/x.yaml.bak", "meetings/.x.yaml", "meetings/x", "meetings/x.yaml/y.yaml", "meetings/more/x.yaml", "meetings/#x.yaml#",
            "x.yaml", "x.txt", "Meetings/x.yaml", "schema/x.yaml", "other/x"})
    void fileThatIsNotReadIsAFault(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "[]");
        assertEquals(1, faults().size(), faults().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "LICENSE", "meetings/README.md", "meetings/.gitkeep", ".DS_Store", ".git/x.yaml", "schema/x.json",
            "meetings/empty.yaml"})
    void fileThatMayBeThereIsNone(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "[]");
        assertTrue(DataSetFolder.readChecked(folder).size() > 150);
    }

    @Test
    void linkThatLeadsNowhereIsAFault() throws IOException {
        Files.createSymbolicLink(folder.resolve("meetings/loop.yaml"), Path.of("loop.yaml"));
        assertTrue(faults().get(0).contains("loop.yaml: is not a regular file"), faults().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n", "~", "a: b", "- a\n---\n- b\n", "%YAML 1.1\n---\n- a\n", "- &a b\n- *a\n",
            "- !!binary aaaa\n", "- !own a\n", "- {a: 1, a: 2}\n", "- ? [a]\n  : b\n", "-\ta: b\n\tc: d\n", "- \"a\\0b\"\n",
            "- \"\\ud800\"\n", "- a\u0001\n"})
    void textThatIsNotReadIsAFault(String text) throws IOException {
        Files.writeString(folder.resolve("meetings/x.yaml"), text);
        assertTrue(faults().stream().allMatch(fault -> fault.contains("x.yaml")), faults().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"010", "0o14", "0x1F", "1e400", "-1e400", "1e-400", ".inf", "-.INF", ".nan", "+5", "1_000", "9007199254740993",
            "0.12345678901234567890", "yes", "2021-01-01", "!!float 1", "99999999999999999999", "1e99999999999"})
    void numberThatIsNoneIsAFault(String number) throws IOException {
        Files.writeString(folder.resolve("figures/x.yaml"), "\n" + String.format(Locale.ROOT, FIGURE, number));
        assertTrue(faults().stream().allMatch(fault -> fault.contains("figures/x.yaml:2")), faults().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1994.0", "-5", "0", "1e3", "0.1", "10000000000"})
    void numberIsRead(String number) throws IOException {
        Files.writeString(folder.resolve("figures/x.yaml"), String.format(Locale.ROOT, FIGURE, number));
        assertTrue(DataSetFolder.readChecked(folder).size() > 150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02021", "1994.0", "2021.5", "1e3", "0x7E5"})
    void dateThatIsNoneIsAFault(String date) {
        new SeedCopy(folder).replace("\n  date: 2023-07-15\n", "\n  date: " + date + "\n");
        assertTrue(faults().stream().anyMatch(fault -> fault.matches(".*2023\\.yaml:\\d+: .*")), faults().toString());
    }

    @Test
    void otherEncodingsAreFaultsWithTheirLine() throws IOException {
        Path file = folder.resolve("meetings/x.yaml");
        Files.write(file, "- a\n".getBytes(StandardCharsets.UTF_16));
        assertTrue(faults().get(0).contains("x.yaml:1: is not valid UTF-8"), faults().toString());
        Files.write(file, "# a\n# \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(faults().get(0).contains("x.yaml:2: is not valid UTF-8"), faults().toString());
        Files.write(file, ("# a\n# \b\n" + "# a\n".repeat(10_000) + "# \u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(faults().get(0).contains("x.yaml:2: is not valid YAML: the character U+0008"), faults().toString());
        Files.writeString(file, "\ufeff[]\n");
        assertTrue(DataSetFolder.readChecked(folder).size() > 150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actors", "places", "issues", "tracks", "sources", "meetings", "statements", "agreements", "events", "figures"})
    void fileThatIsNotReadCausesNoOtherFaults(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(kind))) {
            for (Path file : files.toList()) {
                String sound = Files.readString(file);
                Files.writeString(file, sound + "\n- {slug: \"not closed\n");
                assertTrue(faults().stream().allMatch(fault -> fault.contains(file.getFileName() + ":")), faults().toString());
                Files.writeString(file, sound);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"meeting", "Meetings"})
    void folderOfAWrongNameCausesNoOtherFaults(String name) throws IOException {
        Files.move(folder.resolve("meetings"), folder.resolve(name));
        assertEquals(1, faults().size(), faults().toString());
    }

    @Test
    void fileOfAnyLengthIsRead() throws IOException {
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            places.append("- slug: generated-place-").append(i).append("\n  name: ").append("A place of a long name ".repeat(4)).append(i)
                    .append('\n');
        }
        Files.writeString(folder.resolve("places/long.yaml"), places);
        assertTrue(DataSetFolder.readChecked(folder).size() > 40_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", ">", "|+"})
    void lineBreakAtTheEndOfABlockIsExplained(String block) throws IOException {
        Files.writeString(folder.resolve("places/block.yaml"), "- slug: block\n  name: " + block + "\n    A block\n");
        assertTrue(faults().stream().anyMatch(fault -> fault.contains("block.yaml:2: block.name: ")
                && fault.endsWith("remove it: begin the block with |- or >- instead of | or >")), faults().toString());
        Files.writeString(folder.resolve("places/block.yaml"), "- slug: block\n  name: " + block.charAt(0) + "-\n    A block\n");
        assertTrue(DataSetFolder.readChecked(folder).size() > 150);
    }

    @Test
    void namesOfFilesAndKeysAreReportedInPrintableCharacters() throws IOException {
        Files.writeString(folder.resolve("places/a\u001b[2J\nb.yaml"), "- {slug: a, name: A, \"key\\e\\u202e\": x}\n");
        List<String> faults = faults();
        assertTrue(faults.get(0).contains("places/a<U+001B>[2J\\nb.yaml:1: a.key<U+001B><U+202E>: "), faults.toString());
    }

    @Test
    void deepAndLongFilesAreFaults() throws IOException {
        for (String text : List.of("[".repeat(100_000), "- ".repeat(10_000) + "a", "- {slug: " + "a-".repeat(50_000) + "a}",
                "- {a: ".repeat(5_000))) {
            Files.writeString(folder.resolve("meetings/x.yaml"), text);
            assertTrue(faults().get(0).contains("x.yaml"), faults().toString());
        }
    }

    static LongStream seeds() {
        long fresh = new Random().nextLong();
        System.out.println("FilesTest: the fresh seed is " + fresh);
        return LongStream.of(1, 2, 3, fresh);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAreReadOrRejected(long seed) throws IOException {
        Random random = new Random(seed);
        Path file = folder.resolve("meetings/2023.yaml");
        byte[] whole = Files.readAllBytes(file);
        byte[] sound = Arrays.copyOf(whole, 6000);
        for (int i = 0; i < 15; i++) {
            byte[] bytes = sound.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                int at = random.nextInt(bytes.length);
                bytes[at] = random.nextBoolean() ? (byte) random.nextInt(256)
                        : (byte) "\t\n\"'[]{}&*!|>%@:-,#?~01.e".charAt(random.nextInt(24));
            }
            Files.write(file, bytes);
            try {
                DataSetFolder.readChecked(folder);
            } catch (FaultyDataException e) {
                assertTrue(!e.faults().isEmpty());
            }
        }
    }

    private List<String> faults() {
        return assertThrows(FaultyDataException.class, () -> DataSetFolder.readChecked(folder)).faults().stream().map(Object::toString)
                .toList();
    }
}
