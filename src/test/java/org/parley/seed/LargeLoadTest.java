package org.parley.seed;

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
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.bench.GeneratedDataSet;
import org.parley.seed.dump.DumpFormat;
import org.parley.seed.dump.Dumper;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.Digest;
import org.parley.seed.read.SeedKind;
import org.parley.seed.write.LoadReport.Tally;
import org.parley.seed.write.SeedLoader;

/** Thousands of generated records are loaded in few statements, come back from a dump, and leave statistics for the planner. */
@QuarkusTest
@WithTestResource(GeneratedDatabase.class)
class LargeLoadTest {

    private static final int FEW = 1000;
    private static final int MANY = 5000;
    /** Beyond the first thousand records, each thousand takes a read of entries, and a part of the larger batches of rows. */
    private static final int STATEMENTS_A_THOUSAND = 6;

    /** Tables with rows and without statistics. */
    private static final String WITHOUT_STATISTICS = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r'
                and query_to_xml('select from ' || c.oid::regclass || ' limit 1', false, true, '')::text <> ''
                and c.relname not in ('flyway_schema_history', 'dataset', 'revision')
                and (c.reltuples < 1 or not exists (select from pg_stats s where s.schemaname = 'public' and s.tablename = c.relname))
            order by 1""";

    @Inject
    SeedLoader loader;

    @Inject
    Dumper dumper;

    @Inject
    Database database;

    @TempDir
    Path folder;

    @Test
    void statementsGrowWithBatchesAndADumpBringsBackTheSame() throws IOException {
        int base = statements(() -> load(FEW, "few"));
        Path many = folder.resolve("many");
        int statements = statements(() -> load(MANY, "many"));
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
        assertEquals(records, DataSet.read(folder.resolve(name)).size());
        Tally total = loader.load(folder.resolve(name)).total();
        assertEquals(records, total.inserted() + total.updated());
    }

    private static Map<String, String> digests(Path folder) {
        Map<String, String> digests = new TreeMap<>();
        DataSet data = DataSet.read(folder);
        for (SeedKind kind : SeedKind.values()) {
            data.of(kind).forEach(seed -> digests.put(kind + " " + seed.slug(), Digest.of(seed)));
        }
        return digests;
    }

    private static int statements(Runnable work) {
        int[] sent = {0};
        String[] last = {""};
        Logger log = Logger.getLogger("org.hibernate.SQL");
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                // The rows of one batch are logged one by one.
                String sql = entry.getMessage();
                boolean inBatch = sql.equals(last[0]) && (sql.contains(" values (") || sql.startsWith("update "));
                sent[0] += inBatch ? 0 : 1;
                last[0] = sql;
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Level before = log.getLevel();
        log.setLevel(Level.FINE);
        log.setUseParentHandlers(false);
        log.addHandler(listener);
        try {
            work.run();
        } finally {
            log.removeHandler(listener);
            log.setUseParentHandlers(true);
            log.setLevel(before);
        }
        assertTrue(sent[0] > 10, sent[0] + " statements were seen");
        return sent[0];
    }
}
