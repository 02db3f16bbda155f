package org.parley.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.seed.entry.DataSet;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.read.UnusablePathException;

/** A data set full of faults: its files say themselves on which line which words are to be told. */
class FaultsTest {

    static final Path FAULTS = Path.of("src/test/resources/seed-faults");
    private static final String MARK = "# fault: ";

    /** Faults of a file or folder as a whole. */
    private static final Map<String, String> WHOLE = Map.of(FAULTS + "/events/one.yaml:1", "is no list", FAULTS + "/journeys",
            "is the folder of no kind of record", FAULTS + "/loose.yaml", "lies outside the folders of the kinds",
            FAULTS + "/positions/others.yml", "is not read; name it others.yaml", FAULTS + "/tracks/broken.yaml:3",
            "is no YAML: while scanning a quoted scalar",
            // The point of a statement gets its slug from the place it has there.
            FAULTS + "/statements/statements.yaml:8", "the slug 'claim-1' already names the position at");

    @Test
    void everyFaultIsToldWithItsLine() {
        Map<String, String> expected = new TreeMap<>(WHOLE);
        expected.putAll(marked());
        Map<String, String> told = new TreeMap<>();
        faults().forEach(fault -> told.merge(fault.line() == 0 ? fault.file() : fault.file() + ":" + fault.line(), fault.message(),
                (one, other) -> one + " AND " + other));
        assertEquals(String.join("\n", expected.keySet()), String.join("\n", told.keySet()));
        expected.forEach((place, words) -> assertTrue(told.get(place).contains(words), place + " tells: " + told.get(place)));
        told.forEach((place, words) -> assertTrue(!words.contains(" AND "), place + " tells twice: " + words));
    }

    @Test
    void faultTellsFileLineAndPath() {
        assertTrue(faults().stream().map(Fault::toString).anyMatch(fault -> fault.startsWith(
                FAULTS + "/meetings/meetings.yaml:10: talks.participations[0].office: 'envoy' has no office 'Envoy of South'")));
    }

    @Test
    void folderWithoutDataIsAFault() {
        String missing = assertThrows(UnusablePathException.class, () -> DataSet.read(Path.of("no-such-folder"))).getMessage();
        assertTrue(missing.startsWith("'no-such-folder' does not exist; name the folder that holds actors, "), missing);
        Path schemas = Path.of("seeds/schema");
        Fault empty = assertThrows(FaultyDataException.class, () -> DataSet.read(schemas)).faults().get(0);
        assertTrue(empty.toString().startsWith("seeds/schema: holds no data set"), empty.toString());
    }

    private static List<Fault> faults() {
        return assertThrows(FaultyDataException.class, () -> DataSet.read(FAULTS)).faults();
    }

    private static Map<String, String> marked() {
        Map<String, String> marked = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FAULTS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).contains(MARK)) {
                        marked.put(file + ":" + (i + 1), lines.get(i).substring(lines.get(i).indexOf(MARK) + MARK.length()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return marked;
    }
}
