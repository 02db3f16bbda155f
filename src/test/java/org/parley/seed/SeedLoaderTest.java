package org.parley.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.seed.read.SeedKind;
import org.parley.seed.write.LoadReport;
import org.parley.seed.write.LoadReport.Tally;
import org.parley.seed.write.SeedLoader;

/** Loading what differs: against the real data set, of which a copy is changed. */
@QuarkusTest
class SeedLoaderTest {

    private static final Path SEEDS = Path.of("seeds");

    @Inject
    SeedLoader loader;

    @TempDir
    Path folder;

    @AfterEach
    void loadTheRealDataSet() {
        loader.load(SEEDS);
    }

    @Test
    void secondLoadChangesNothing() {
        loader.load(SEEDS);
        LoadReport second = loader.load(SEEDS);
        Tally total = second.total();
        assertEquals(new Tally(0, 0, total.unchanged(), 0), total);
        assertTrue(second.of(SeedKind.MEETING).unchanged() >= 25);
    }
}
