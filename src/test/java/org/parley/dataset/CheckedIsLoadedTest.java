package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.bench.GeneratedDataSet;
import org.parley.dataset.load.DataSetLoader;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;

/** Tests with randomly changed data sets that check and load report the same faults, and that load loads what check accepts. */
@QuarkusTest
@ReloadsDataSet
@WithTestResource(GeneratedDatabase.class)
class CheckedIsLoadedTest {

    private static final int RECORDS = 200;
    private static final int CHANGES_A_SEED = 40;
    /** Faults without a line: those of a file or folder as a whole. */
    private static final String WHOLE = "(?s)contains no .*|is a subfolder .*|is not a regular file.*|does not belong to .*|is not a schema.*|is not read.*|is larger .*|is not a folder of a kind.*"
            + "|is outside .*|cannot be read.*|has a text that is too long.*";

    @Inject
    DataSetLoader loader;

    @Inject
    Database database;

    @TempDir
    Path folder;

    static LongStream seeds() {
        long fresh = new Random().nextLong();
        System.out.println("CheckedIsLoadedTest: the fresh seed is " + fresh);
        return LongStream.of(1, 2, Long.getLong("parley.test.seed", fresh));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void checkAndLoadAgree(long seed) throws IOException {
        Random random = new Random(seed);
        int loaded = 0;
        for (int i = 0; i < CHANGES_A_SEED; i++) {
            Path changed = folder.resolve("set-" + i);
            GeneratedDataSet.of(RECORDS, 1).write(changed);
            String done = "seed " + seed + ", change " + i + ": " + new DataFiles(changed, random).mutate();
            List<Fault> faults = faults(() -> DataSetFolder.readChecked(changed), done);
            String before = record();
            assertEquals(faults, faults(() -> loader.load(changed), done), done);
            if (faults.isEmpty()) {
                loaded++;
                assertEquals(0, changes(changed), done);
            } else {
                assertEquals(before, record(), done);
                faults.forEach(fault -> assertTrue(isWell(fault), done + fault));
            }
            delete(changed);
        }
        assertTrue(loaded > 0 && loaded < CHANGES_A_SEED, loaded + " of " + CHANGES_A_SEED + " were loaded");
    }

    /** Returns what a second load would change. */
    private int changes(Path changed) {
        return loader.load(changed).changed() ? 1 : 0;
    }

    private static boolean isWell(Fault fault) {
        return (fault.line() > 0 || fault.message().matches(WHOLE)) && fault.toString().lines().count() == 1
                && fault.toString().chars().noneMatch(Character::isISOControl) && !fault.message().contains("Exception");
    }

    private static List<Fault> faults(Runnable read, String done) {
        try {
            read.run();
            return List.of();
        } catch (FaultyDataException e) {
            return e.faults();
        } catch (RuntimeException e) {
            throw new AssertionError(done, e);
        }
    }

    private String record() {
        return database.one("select d.revision, md5(string_agg(r::text, '' order by r.id)) from dataset d, record r group by 1");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
