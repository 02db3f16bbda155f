package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.dump.DumpFormat;
import org.parley.dataset.dump.Dumper;
import org.parley.dataset.load.DataSetLoader;
import org.parley.dataset.load.LoadReport.Tally;
import org.parley.entry.Progress;
import org.parley.exchange.MappedImport;

/** Tests that imported entries are part of the data set: a load inserts them, and removes them when their file is deleted. */
@QuarkusTest
@ReloadsDataSet
class ImportLoadTest {

    private static final Path FOREIGN = Path.of("src/test/resources/exchange");

    @Inject
    DataSetLoader loader;

    @Inject
    Dumper dumper;

    @Inject
    Database database;

    @TempDir
    Path folder;

    @Test
    void importedRecordsStayWithEveryLoad() throws Exception {
        Path seeds = folder.resolve("seeds");
        new SeedCopy(seeds);
        int before = Integer.parseInt(database.one("select count(*) from record"));
        read("popolo", FOREIGN.resolve("legislature.json"), "list-of-cities", seeds).write();
        read("meetings", FOREIGN.resolve("talks.csv"), "russia-stresses-its-red-lines", seeds).write();
        assertEquals(String.valueOf(before), database.one("select count(*) from record"));

        assertEquals(new Tally(8, 1, before - 1, 0), loader.load(seeds).total());
        assertEquals("2023-10-05 | brussels | charles-michel", database
                .one("""
                        select m.date_edtf, l.slug, a.slug from meeting m join meeting_place w on w.meeting_id = m.id join place l on l.id = w.place_id
                        join participation p on p.meeting_id = m.id and p.role = 'MEDIATOR' join actor a on a.id = p.actor_id
                        where m.slug = 'talks-in-brussels-autumn-2023-10-05'"""));
        assertEquals("0", database.one("""
                select count(*) from record r where not exists (select from attestation a where a.record_id = r.id)
                and r.slug in ('utopia', 'assembly-of-utopia', 'chess-club', 'ana-nunez', 'bo-berg', 'call-of-uncertain-day')"""));
        assertEquals(new Tally(0, 0, before + 8, 0), loader.load(seeds).total());

        dumper.dump(folder.resolve("dumped"), DumpFormat.YAML);
        assertEquals(new Tally(0, 0, before + 8, 0), loader.load(folder.resolve("dumped")).total());

        Files.delete(seeds.resolve("meetings/talks.yaml"));
        assertEquals(new Tally(0, 0, before + 6, 2), loader.load(seeds).total());
    }

    @Test
    void tableThatWasDumpedIsKnown() {
        dumper.dump(folder.resolve("dumped"), DumpFormat.CSV);
        String report = read("meetings", folder.resolve("dumped/meetings.csv"), "list-of-cities", SeedCopy.DATA_SET).report();
        String meetings = database.one("select count(*) from meeting");
        assertTrue(report.contains("  " + meetings + " meetings attested by more\n  0 known, unchanged\n"), report);
    }

    private MappedImport read(String mapping, Path file, String source, Path into) {
        return MappedImport.read(Path.of("mappings/" + mapping + ".yaml"), file, into, source, folder.resolve("faults.txt"), Progress.NONE);
    }
}
