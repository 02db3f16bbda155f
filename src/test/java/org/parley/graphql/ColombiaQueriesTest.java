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

/** Golden queries about the data set on Colombia and the FARC-EP. */
@QuarkusTest
@TestProfile(ColombiaDataSet.class)
class ColombiaQueriesTest {

    static List<GoldenFile> queries() throws IOException {
        return GoldenFile.in(Path.of("src/test/resources/golden-colombia"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answers(GoldenFile query) throws IOException {
        Response response = GraphQlClient.send(query.document(), Map.of());
        query.assertAnswer(GraphQlClient.body(response));
        query.assertStatements(GraphQlClient.statements(response));
    }
}
