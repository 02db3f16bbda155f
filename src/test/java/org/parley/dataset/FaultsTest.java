package org.parley.dataset;

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
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;

/** Tests a data set with many faults: comments in its files state the expected message of each line. */
class FaultsTest {

    static final Path FAULTS = Path.of("src/test/resources/seed-faults");
    private static final String MARK = "# fault: ";

    /** Faults of a file or folder as a whole. */
    private static final Map<String, String> WHOLE = Map.of(FAULTS + "/events/one.yaml:1", "is not a list", FAULTS + "/journeys",
            "is not a folder of a kind of record", FAULTS + "/loose.yaml", "is outside the folders of the kinds",
            FAULTS + "/positions/others.yml", "is not read; rename it to others.yaml", FAULTS + "/tracks/broken.yaml:3",
            "is not valid YAML: while scanning a quoted scalar",
            // The slug of a point is made of its position in the statement.
            FAULTS + "/statements/statements.yaml:8", "slug 'claim-1' is already used by the position at");

    @Test
    void everyFaultIsReportedWithItsLine() {
        Map<String, String> expected = new TreeMap<>(WHOLE);
        expected.putAll(marked());
        Map<String, String> reported = new TreeMap<>();
        faults().forEach(fault -> reported.merge(fault.line() == 0 ? fault.file() : fault.file() + ":" + fault.line(), fault.message(),
                (one, other) -> one + " AND " + other));
        assertEquals(String.join("\n", expected.keySet()), String.join("\n", reported.keySet()));
        expected.forEach((location, words) -> assertTrue(reported.get(location).contains(words), location + ": " + reported.get(location)));
        reported.forEach((location, words) -> assertTrue(!words.contains(" AND "), location + " has several faults: " + words));
    }

    @Test
    void faultHasFileLineAndPath() {
        assertTrue(faults().stream().map(Fault::toString).anyMatch(fault -> fault.startsWith(
                FAULTS + "/meetings/meetings.yaml:10: talks.participations[0].office: 'envoy' has no office 'Envoy of South'")));
    }

    @Test
    void folderWithoutDataIsAFault() {
        String missing = assertThrows(InvalidPathArgumentException.class, () -> DataSetFolder.readChecked(Path.of("no-such-folder")))
                .getMessage();
        assertTrue(missing.startsWith("'no-such-folder' does not exist; name the folder that contains actors, "), missing);
        Path schemas = Path.of("seeds/schema");
        Fault empty = assertThrows(FaultyDataException.class, () -> DataSetFolder.readChecked(schemas)).faults().get(0);
        assertTrue(empty.toString().startsWith("seeds/schema: contains no data set"), empty.toString());
    }

    private static List<Fault> faults() {
        return assertThrows(FaultyDataException.class, () -> DataSetFolder.readChecked(FAULTS)).faults();
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
