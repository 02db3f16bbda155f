package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.ReloadsDataSet;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;

/**
 * Every object is the same in all queries. Some queries are new in each run; their seed is logged, and the system property parley.test.seed
 * repeats them.
 */
@QuarkusTest
@ReloadsDataSet
class MetamorphicTest {

    private static final Logger LOG = Logger.getLogger(MetamorphicTest.class);
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
    /** Queries per seed. */
    private static final int QUERIES = 110;

    /** Number of failures after which the test ends. */
    private static final int MOST_FAULTS = 3;

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    @Test
    void everyObjectIsTheSameWhenQueriedAlone() {
        GraphQLSchema schema = GraphQlClient.introspected();
        List<String> moments = moments();
        LoadedValues loaded = new LoadedValues(schema);
        QueryWalk walk = new QueryWalk(schema, loaded.values());
        Map<String, List<String>> cursors = loaded.cursors(walk);
        long fresh = Long.getLong("parley.test.seed", new Random().nextLong());
        for (long seed : Stream.concat(SEEDS.stream(), Stream.of(fresh)).toList()) {
            RandomQueries queries = new RandomQueries(schema, walk, cursors, moments, new Random(seed));
            AloneComparison comparison = new AloneComparison(schema, new Random(seed));
            for (int i = 0; i < QUERIES && comparison.faults().size() < MOST_FAULTS; i++) {
                comparison.compare(queries.next());
            }
            LOG.infof("seed %d: %s", seed, comparison);
            assertEquals(List.of(), comparison.faults(), () -> "repeat with -Dparley.test.seed=" + seed);
            assertTrue(comparison.compared() > QUERIES && comparison.walked() > QUERIES / 10, comparison::toString);
        }
    }

    /** Moments before and after writes that change nearly every record. */
    private List<String> moments() {
        Instant before = Instant.now();
        loader.load(new SeedCopy(folder).amendNearlyAll().folder());
        Instant amended = Instant.now();
        loader.load(SeedCopy.DATA_SET);
        return Stream.of(before, amended, Instant.now()).map(moment -> "\"" + moment + '"').toList();
    }
}
