package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.auth.TestIdentityProvider;
import org.parley.deploy.PackagedService.Outcome;
import org.parley.websocket.SocketClient;

/** The owner role migrates the tables; the service role has only the rights that the service needs. */
class ServiceRoleIT {

    private static final String ROLE = "Parley service";
    private static final String MISSING_RIGHT = "42501";
    private static final List<String> NOT_PERMITTED = List.of("create table mine (x int)", "create schema mine",
            "create table history.mine (x int)", "alter table meeting add mine int", "drop table meeting", "truncate meeting",
            "create index on meeting (slug)", "alter table change disable trigger all", "update change set editor = 'another editor'",
            "delete from change", "update revision set at = now()", "delete from history.meeting", "update history.meeting set title = ''",
            "update flyway_schema_history set success = false", "select prune_history(now())", "create role mine",
            "alter role \"" + ROLE + "\" createdb", "drop function prune_history", "copy meeting to program 'true'");

    @Test
    void servesAndEditsAndChangesNoTables() throws Exception {
        TestIdentityProvider provider = new TestIdentityProvider();
        try (PlainPostgres postgres = PlainPostgres.filledCopy()) {
            Map<String, String> settings = new HashMap<>(provider.start());
            assertRejected(postgres, "Role 'Parley service' (parley.database.service-role) does not exist");
            postgres.execute("create role \"" + ROLE + "\" login password 'x'", "grant create on schema public to \"" + ROLE + "\"");
            assertRejected(postgres, "The role \"Parley service\" may create objects in the database.");
            postgres.execute("revoke create on schema public from \"" + ROLE + "\"", "revoke create on schema public from public");
            Outcome migrated = migrate(postgres);
            assertEquals(0, migrated.exit(), migrated.said());
            settings.put("quarkus.datasource.username", ROLE);
            settings.put("quarkus.datasource.password", "x");
            try (PackagedService service = PackagedService.serve(postgres.environment(settings))) {
                edits(service);
            } finally {
                provider.stop();
            }
            changesNoTables(postgres.environment(settings).get("QUARKUS_DATASOURCE_JDBC_URL"));
        }
    }

    private static Outcome migrate(PlainPostgres postgres) {
        return PackagedService.run(postgres.environment(Map.of("parley.database.service-role", ROLE)), "migrate");
    }

    private static void assertRejected(PlainPostgres postgres, String message) {
        Outcome rejected = migrate(postgres);
        assertEquals(1, rejected.exit(), rejected.said());
        assertTrue(rejected.said().contains("\n" + message) || rejected.said().startsWith(message), rejected.said());
    }

    /** Every kind of statement that an edit needs: new rows, changed ones, and such as go. */
    private static void edits(PackagedService service) throws Exception {
        EditingClient client = new EditingClient("ana", "curator");
        try (SocketClient subscriber = SocketClient.open(service.address.resolve("/graphql"))) {
            subscriber.subscribe("1", "subscription { changed { slug } }", Map.of());
            done(client, service,
                    "mutation { recordPlace(input: {slug: \"new-place\", name: \"New\"}, clientMutationId: \"1\") { revision } }");
            assertEquals("new-place", subscriber.hear().at("/payload/data/changed/slug").asText());
        }
        String revision = done(client, service,
                "mutation { recordMeeting(input: {slug: \"new-meeting\", title: \"New\", date: {edtf: \"2024\"},"
                        + " kind: NEGOTIATION, level: MINISTERS, medium: IN_PERSON, setting: DEDICATED, status: HELD, places: [\"new-place\"],"
                        + " participations: [{actor: \"armenia\", roles: [PARTY]}], attestations: [{source: \"" + anySource(client, service)
                        + "\", locator: \"title\", voice: DOCUMENT_FACT}]}) { revision } }")
                .findValue("revision").asText();
        revision = done(client, service,
                "mutation { amendMeeting(slug: \"new-meeting\", revision: \"" + revision + "\", input: {title: \"Newer\"}) { revision } }")
                .findValue("revision").asText();
        done(client, service,
                "mutation { retractMeeting(slug: \"new-meeting\", revision: \"" + revision + "\", why: \"Test.\") { revision } }");
        String at = done(client, service, "{ changes(first: 4) { nodes { at act slug before after } } }").findValue("at").asText();
        done(client, service,
                "{ meetings(first: 3, asOf: \"" + at + "\") { totalCount nodes { title } } search(text: \"peace\") { totalCount } }");
    }

    private static String anySource(EditingClient client, PackagedService service) throws Exception {
        return done(client, service, "{ sources(first: 1) { nodes { slug } } }").findValue("slug").asText();
    }

    private static JsonNode done(EditingClient client, PackagedService service, String document) throws Exception {
        JsonNode answer = client.ask(service.address.resolve("/graphql"), document, Map.of());
        assertTrue(answer != null && !answer.has("errors"), document + " answered " + answer);
        return answer.get("data");
    }

    private static void changesNoTables(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, ROLE, "x"); Statement statement = connection.createStatement()) {
            for (String sql : NOT_PERMITTED) {
                assertEquals(MISSING_RIGHT, assertThrows(SQLException.class, () -> statement.execute(sql), sql).getSQLState(), sql);
            }
        }
    }
}
