package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.ReloadsDataSet;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;

/** An actor with several roles in a meeting took part once: no list contains the meeting twice, and no count counts it twice. */
@QuarkusTest
@ReloadsDataSet
class SeveralRolesTest {

    private static final String QUERY = """
            {
              hostings(first: 100) { totalCount nodes { mediator { slug } leader { slug } meeting { slug } } }
              mediationMatrix(first: 100) { totalCount nodes { mediator { slug } leader { slug } meetings first { edtf } } }
              meetings(first: 100) { totalCount nodes { slug leaders { slug } hosts { slug } mediators { slug } } }
              actors(first: 100) { nodes { slug attended { totalCount } counterparts(first: 10) { totalCount nodes { counterpart { slug } meetings } } } }
              timeline(first: 100, filter: {actors: ["armenia", "azerbaijan"]}) { totalCount edges { cursor } }
              attending: actors(filter: {roles: [PARTY, HOST]}) { totalCount }
            }""";
    private static final String PARTICIPATIONS = "{ meetings(first: 100) { nodes { participations { role } } } }";

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    @Test
    void areCountedOnce() {
        JsonNode before = GraphQlClient.data(QUERY);
        JsonNode participations = GraphQlClient.data(PARTICIPATIONS);
        loader.load(new SeedCopy(folder).rewrite("roles: \\[PARTY\\]", "roles: [PARTY, PARTICIPANT]")
                .rewrite("roles: \\[HOST\\]", "roles: [HOST, OBSERVER]").folder());
        assertNotEquals(participations, GraphQlClient.data(PARTICIPATIONS));
        JsonNode after = GraphQlClient.data(QUERY);
        before.fieldNames().forEachRemaining(field -> assertEquals(before.get(field), after.get(field), field));
    }
}
