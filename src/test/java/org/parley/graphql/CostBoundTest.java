package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A query reads at most as many rows as its cost. The queries are random; some are new in each run, and the system property
 * parley.test.seed repeats them.
 */
@QuarkusTest
class CostBoundTest {

    private static final Logger LOG = Logger.getLogger(CostBoundTest.class);
    private static final int QUERIES = 150;

    @Inject
    Engine engine;

    @Test
    void rowsReadAreBoundedByTheCost() {
        GraphQLSchema schema = GraphQlClient.introspected();
        LoadedValues loaded = new LoadedValues(schema);
        QueryWalk walk = new QueryWalk(schema, loaded.values());
        Map<String, List<String>> cursors = loaded.cursors(walk);
        List<String> moments = List.of("\"" + Instant.now() + '"');
        long fresh = Long.getLong("parley.test.seed", new Random().nextLong());
        List<String> dear = new ArrayList<>();
        double most = 0;
        long rows = 0;
        for (long seed : LongStream.of(1, 2, fresh).toArray()) {
            RandomQueries queries = new RandomQueries(schema, walk, cursors, moments, new Random(seed));
            for (int i = 0; i < QUERIES; i++) {
                String query = QueryField.query(queries.next());
                GraphQlResponse answer = engine.execute(new GraphQlRequest(query, null, Map.of(), true, Caller.ANONYMOUS));
                assertEquals(List.of(), answer.errors(), query);
                most = Math.max(most, (double) answer.rows() / answer.cost());
                rows += answer.rows();
                if (answer.rows() > answer.cost()) {
                    dear.add(answer.rows() + " rows at a cost of " + answer.cost() + ": " + query);
                }
            }
        }
        LOG.infof("%d rows read, %.2f of the cost at most", rows, most);
        assertEquals(List.of(), dear, () -> "repeat with -Dparley.test.seed=" + fresh);
        assertTrue(rows > QUERIES, "hardly anything was read");
    }
}
