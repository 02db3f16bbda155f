package org.parley.graphql;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries of front-ends return the committed answers, with the stated number of SQL statements. */
@QuarkusTest
@TestProfile(ShippedDataSet.class)
class GoldenQueriesTest {

    static List<GoldenFile> queries() throws IOException {
        return GoldenFile.in(Path.of("src/test/resources/golden"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answers(GoldenFile query) throws IOException {
        Response response = GraphQlClient.send(query.document(), Map.of());
        query.assertAnswer(GraphQlClient.body(response));
        query.assertStatements(GraphQlClient.statements(response));
    }
}
