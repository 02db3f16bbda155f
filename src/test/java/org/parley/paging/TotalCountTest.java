package org.parley.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.graphql.GraphQlClient;
import org.parley.persistence.BoundedCount;

/** Counting stops at 10,000, and the response states it. */
@QuarkusTest
class TotalCountTest {

    @Inject
    DataSource database;

    @Test
    void countingReadsOneRowMoreThanTheLimit() throws SQLException {
        try (java.sql.Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (int[] rows : new int[][]{{0, 0}, {7, 7}, {10_000, 10_000}, {10_001, 10_001}, {30_000, 10_001}}) {
                ResultSet counted = statement.executeQuery(BoundedCount.of("generate_series(1, " + rows[0] + ")"));
                counted.next();
                assertEquals(rows[1], counted.getInt("number"));
            }
        }
    }

    @Test
    void everyConnectionStatesWhetherItsCountIsExact() {
        List<String> connections = Stream
                .of("actors", "meetings", "statements", "agreements", "events", "positions", "figures", "issues", "tracks", "sources",
                        "hostings", "mediationMatrix", "encounters", "discrepancies", "timeline", "changes", "search(text: \"armenia\")")
                .toList();
        for (String connection : connections) {
            JsonNode counted = GraphQlClient.data("{ a: " + connection + " { totalCount totalCountIsExact } }").get("a");
            assertTrue(counted.get("totalCountIsExact").asBoolean() || counted.get("totalCount").asInt() == 10_000, connection);
        }
    }
}
