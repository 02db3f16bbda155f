package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.bench.GeneratedDataSet;
import org.parley.dataset.dump.DumpFormat;
import org.parley.dataset.dump.Dumper;
import org.parley.dataset.load.DataSetLoader;
import org.parley.dataset.load.LoadReport.Tally;
import org.parley.entry.DataSet;
import org.parley.record.Kind;

/** Tests that thousands of generated records are loaded in few statements, restored from a dump, and analyzed for the planner. */
@QuarkusTest
@WithTestResource(GeneratedDatabase.class)
class LargeLoadTest {

    private static final int FEW = 1000;
    private static final int MANY = 5000;
    /** Statements for each further thousand records: one to read entries, two to derive rows, and a share of the larger batches of rows. */
    private static final int STATEMENTS_A_THOUSAND = 8;

    /** Tables with rows and without statistics. */
    private static final String WITHOUT_STATISTICS = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r'
                and query_to_xml('select from ' || c.oid::regclass || ' limit 1', false, true, '')::text <> ''
                and c.relname not in ('flyway_schema_history', 'dataset', 'revision')
                and (c.reltuples < 1 or not exists (select from pg_stats s where s.schemaname = 'public' and s.tablename = c.relname))
            order by 1""";

    @Inject
    DataSetLoader loader;

    @Inject
    Dumper dumper;

    @Inject
    Database database;

    @TempDir
    Path folder;

    @Test
    void statementsGrowWithBatchesAndADumpBringsBackTheSame() throws IOException {
        int base = SentStatements.count(() -> load(FEW, "few"));
        Path many = folder.resolve("many");
        int statements = SentStatements.count(() -> load(MANY, "many"));
        assertTrue(statements <= base + STATEMENTS_A_THOUSAND * (MANY - FEW) / 1000, base + " statements, then " + statements);
        assertEquals(List.of(), database.rows(WITHOUT_STATISTICS));
        assertEquals(String.valueOf(MANY), database.one("select reltuples from pg_class where oid = 'public.record'::regclass"));

        Path dumped = folder.resolve("dumped");
        assertEquals(new Dumper.Report(MANY, List.of()), dumper.dump(dumped, DumpFormat.YAML));
        assertEquals(digests(many), digests(dumped));
        assertEquals(new Tally(0, 0, MANY, 0), loader.load(dumped).total());
    }

    private void load(int records, String name) {
        try {
            GeneratedDataSet.of(records, records).write(folder.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        assertEquals(records, DataSetFolder.readChecked(folder.resolve(name)).size());
        Tally total = loader.load(folder.resolve(name)).total();
        assertEquals(records, total.inserted() + total.updated());
    }

    private static Map<String, String> digests(Path folder) {
        Map<String, String> digests = new TreeMap<>();
        DataSet data = DataSetFolder.readChecked(folder);
        for (Kind kind : Kind.values()) {
            data.of(kind).forEach(seed -> digests.put(kind + " " + seed.slug(), seed.digest()));
        }
        return digests;
    }
}
