package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.parley.change.Readers;

/** Two processes on one database: what one was told is written, the other never answers from before. */
class KeptAnswersIT {

    private static final int WRITES = 10_000;
    private static final String QUERY = "{\"query\": \"{ actor(slug: \\\"russia\\\") { name } }\"}";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aReaderSeesEveryWriteThatWasTold() throws Exception {
        try (PlainPostgres postgres = PlainPostgres.empty().filled();
                PackagedService reader = PackagedService.serve(postgres.environment());
                Connection writer = postgres.database().getPostgresDatabase().getConnection()) {
            writer.setAutoCommit(false);
            int kept = 0;
            for (int i = 0; i < WRITES; i++) {
                write(writer, "Russia " + i);
                for (int read = 0; read < 2; read++) {
                    HttpResponse<String> answer = ask(reader);
                    assertEquals("{\"data\":{\"actor\":{\"name\":\"Russia " + i + "\"}}}", answer.body());
                    kept += answer.headers().firstValue("server-timing").filter("kept"::equals).isPresent() ? 1 : 0;
                }
            }
            assertTrue(kept > WRITES / 2, "only " + kept + " answers were kept ones: this says little of them");
        }
    }

    private static void write(Connection writer, String name) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.executeUpdate("update actor set name = '" + name + "' where slug = 'russia'");
            statement.executeUpdate("update dataset set revision = revision + 1");
        }
        writer.commit();
        Readers.await(writer);
        writer.commit();
    }

    private HttpResponse<String> ask(PackagedService service) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(service.address.resolve("/graphql")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUERY)).build(), BodyHandlers.ofString());
    }
}
