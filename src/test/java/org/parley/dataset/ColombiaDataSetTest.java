package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.dump.DumpFormat;
import org.parley.dataset.dump.Dumper;
import org.parley.dataset.load.DataSetLoader;
import org.parley.dataset.load.LoadReport.Tally;
import org.parley.entry.DataSet;
import org.parley.graphql.ColombiaDataSet;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/** Tests that the second data set is checked, loaded, dumped and loaded again without change. */
@QuarkusTest
@TestProfile(ColombiaDataSet.class)
class ColombiaDataSetTest {

    @Inject
    Dumper dumper;

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    private final Map<String, JsonNode> files = entries(DataSetFolder.readChecked(Path.of(ColombiaDataSet.FOLDER)));

    @Test
    void dumpHasTheEntriesOfTheFiles() {
        Path dumped = folder.resolve("dumped");
        assertEquals(new Dumper.Report(files.size(), List.of()), dumper.dump(dumped, DumpFormat.YAML));
        assertEquals(files, entries(DataSetFolder.readChecked(dumped)));
        assertEquals(new Tally(0, 0, files.size(), 0), loader.load(dumped).total());
    }

    @Test
    void dumpReplacesAnotherDataSetByTheSameEntries() {
        Path dumped = folder.resolve("dumped");
        dumper.dump(dumped, DumpFormat.YAML);
        loader.load(SeedCopy.DATA_SET);
        loader.load(dumped);
        Path again = folder.resolve("again");
        dumper.dump(again, DumpFormat.YAML);
        assertEquals(files, entries(DataSetFolder.readChecked(again)));
    }

    @Test
    void happeningsLinkAtLeastTwoRecords() {
        Map<String, Long> records = files.values().stream().filter(entry -> entry.has("happening"))
                .collect(Collectors.groupingBy(entry -> entry.get("happening").asText(), Collectors.counting()));
        assertEquals(List.of(), records.entrySet().stream().filter(one -> one.getValue() < 2).map(Map.Entry::getKey).toList());
    }

    private static Map<String, JsonNode> entries(DataSet data) {
        Map<String, JsonNode> entries = new TreeMap<>();
        Arrays.stream(Kind.values())
                .forEach(kind -> data.of(kind).forEach((CanonicalEntry entry) -> entries.put(kind + " " + entry.slug(), entry.json())));
        return entries;
    }
}
