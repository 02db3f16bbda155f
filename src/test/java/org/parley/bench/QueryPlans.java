package org.parley.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.LogLines;
import org.parley.graphql.GraphQlClient;

/**
 * Fills the database with made-up records, asks with every filter of every root, and prints the plan of each SQL statement that this took:
 * {@code ./mvnw test -Dtest=QueryPlans -Dmeetings=100000}. Says at the end which of them read a large table from end to end. No part of the
 * ordinary tests: filling takes minutes.
 */
@QuarkusTest
class QueryPlans {

    private static final Pattern SCAN = Pattern.compile(
            "Seq Scan on (meeting|statement|position|participation|attestation|actor_record|record_issue|place_record|record|search_entry|involvement)\\b");

    private static final String ITEMS = "{ nodes { id } pageInfo { hasNextPage } }";

    /** Each filter of each root alone. Lists that are read as a whole by their nature are not here: mediationMatrix, all encounters. */
    private static final List<String> QUESTIONS = List.of("actors " + ITEMS, "actors(filter: {kinds: [MINISTRY]}) " + ITEMS,
            "actors(filter: {text: \"mines 8\"}) " + ITEMS, "actors(filter: {roles: [HOST]}) " + ITEMS,
            "actors(filter: {partOf: [\"actor-7\"]}) " + ITEMS, "meetings " + ITEMS, "meetings(orderBy: DATE_DESC) " + ITEMS,
            "meetings(filter: {between: {from: \"2001-05-01\", to: \"2001-05-03\", match: OVERLAPS}}) " + ITEMS,
            "meetings(filter: {between: {from: \"2001-05-01\", to: \"2001-05-03\", match: WITHIN}}) " + ITEMS,
            "meetings(filter: {hosts: [\"actor-700\"]}) " + ITEMS, "meetings(filter: {mediators: [\"actor-700\"]}) " + ITEMS,
            "meetings(filter: {participants: [\"actor-700\"]}) " + ITEMS,
            "meetings(filter: {together: [\"actor-1\", \"actor-2\"]}) " + ITEMS, "meetings(filter: {tracks: [\"track-5\"]}) " + ITEMS,
            "meetings(filter: {kinds: [SUMMIT]}) " + ITEMS, "meetings(filter: {levels: [LEADERS]}) " + ITEMS,
            "meetings(filter: {media: [PHONE]}) " + ITEMS, "meetings(filter: {statuses: [PROPOSED]}) " + ITEMS,
            "meetings(filter: {places: [\"place 9\"]}) " + ITEMS, "meetings(filter: {countries: [\"actor-7\"]}) " + ITEMS,
            "meetings(filter: {hasHost: true}) " + ITEMS, "meetings(filter: {inferred: false}) " + ITEMS,
            "hostings(filter: {places: [\"place 9\"]}) { nodes { role } }", "hostings(filter: {issues: [\"issue-3\"]}) { nodes { role } }",
            "meetings(filter: {issues: [\"issue-3\"]}) " + ITEMS, "meetings(filter: {sources: [\"source-3\"]}) " + ITEMS,
            "meetings(filter: {text: \"mandate 5\"}) " + ITEMS, "statements " + ITEMS,
            "statements(filter: {between: {from: \"2001-05-01\", to: \"2001-05-03\", match: OVERLAPS}}) " + ITEMS,
            "statements(filter: {speakers: [\"actor-700\"]}) " + ITEMS, "statements(filter: {addressees: [\"actor-7\"]}) " + ITEMS,
            "statements(filter: {issues: [\"issue-3\"]}) " + ITEMS, "statements(filter: {stances: [DEMANDS]}) " + ITEMS,
            "statements(filter: {forms: [INTERVIEW]}) " + ITEMS, "statements(filter: {meetings: [\"meeting-77\"]}) " + ITEMS,
            "statements(filter: {sources: [\"source-3\"]}) " + ITEMS, "statements(filter: {isReply: true}) " + ITEMS,
            "statements(filter: {text: \"mandate 5\"}) " + ITEMS, "agreements(filter: {parties: [\"actor-7\"]}) " + ITEMS,
            "agreements(filter: {allParties: [\"actor-7\", \"actor-8\"]}) " + ITEMS, "agreements(filter: {issues: [\"issue-3\"]}) " + ITEMS,
            "agreements(filter: {inferred: false}) " + ITEMS,
            "agreements { nodes { links { relation } linkedFrom { relation } participations { role } provisions { steps { status } } } }",
            "events(filter: {countries: [\"actor-7\"]}) " + ITEMS, "events(filter: {issues: [\"issue-3\"]}) " + ITEMS,
            "events(filter: {alleged: false, inferred: false}) " + ITEMS, "positions(filter: {sources: [\"source-3\"]}) " + ITEMS,
            "positions(filter: {inferred: false}) " + ITEMS, "issues(filter: {broader: [\"issue-3\"]}) " + ITEMS,
            "events(filter: {actors: [\"actor-7\"]}) " + ITEMS, "events(filter: {kinds: [RALLY]}) " + ITEMS,
            "positions(filter: {actors: [\"actor-700\"]}) " + ITEMS, "positions(filter: {issues: [\"issue-3\"]}) " + ITEMS,
            "positions(filter: {stances: [REJECTS]}) " + ITEMS, "hostings { nodes { role } }",
            "hostings(filter: {mediators: [\"actor-700\"]}) { nodes { role } }",
            "hostings(filter: {between: {from: \"2001-05-01\", to: \"2001-05-03\", match: OVERLAPS}}) { nodes { role } }",
            "figures " + ITEMS, "issues " + ITEMS, "tracks " + ITEMS, "sources " + ITEMS,
            "changes(filter: {editorIds: [\"00000000000000000000000000000000\"]}) { nodes { slug } pageInfo { hasNextPage } }",
            "timeline { nodes { __typename } }", "timeline(filter: {actors: [\"actor-700\"]}) { nodes { __typename } }",
            "timeline(filter: {issues: [\"issue-3\"]}) { nodes { __typename } }",
            "timeline(filter: {between: {from: \"2001-05-01\", to: \"2001-05-03\", match: OVERLAPS}}) { nodes { __typename } }",
            "search(text: \"demarcation rail\") { edges { score } }", "search(text: \"demarkation\") { edges { score } }",
            "timeline(filter: {actors: [\"actor-700\"], not: {issues: [\"issue-3\"]}}) { nodes { __typename } }",
            "encounters(filter: {together: [\"actor-1\", \"actor-2\"]}) { totalCount nodes { meetings held { nodes { id } } } }",
            "encounters(by: PRINCIPAL, filter: {between: {from: \"2001-05-01\", to: \"2001-05-03\"}}) { totalCount nodes { meetings } }",
            "discrepancies { nodes { field } }",
            "actor(slug: \"actor-700\") { hosted " + ITEMS + " attended(orderBy: DATE_DESC) " + ITEMS + " said " + ITEMS + " positions "
                    + ITEMS + " counterparts(first: 5) { totalCount nodes { meetings held " + ITEMS + " } } principals:"
                    + " counterparts(first: 5, by: PRINCIPAL) { nodes { meetings } } }",
            "issue(slug: \"issue-3\") { standings(on: \"2001-01-01\") { nodes { stance } } meetings " + ITEMS + " statements " + ITEMS
                    + " }",
            "places(filter: {countries: [\"actor-7\"]}) { nodes { meetings { totalCount } events { totalCount } } }",
            "source(slug: \"source-3\") { attestations { nodes { locator } } }");

    @Inject
    DataSource database;

    @Test
    void explained() throws Exception {
        String meetings = System.getProperty("meetings", "1000");
        try (Connection connection = simple(); Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("bench/generate.sql")).replace(":meetings", meetings));
        }
        Set<String> scanned = new LinkedHashSet<>();
        for (String question : QUESTIONS) {
            System.out.println("\n==== " + question);
            for (String sql : statementsOf(question)) {
                String plan = plan(sql);
                System.out.println(plan);
                if (SCAN.matcher(plan).find()) {
                    scanned.add(question);
                }
            }
        }
        System.out.println("\nRead a large table from end to end: " + scanned);
        assertTrue(Integer.parseInt(meetings) < 50_000 || scanned.isEmpty(), () -> "read a large table from end to end: " + scanned);
    }

    private static List<String> statementsOf(String question) {
        List<String> statements;
        try (LogLines log = new LogLines("org.parley.sql", Level.FINE)) {
            GraphQlClient.data("{ " + question + " }");
            statements = log.lines();
        }
        assertFalse(statements.isEmpty(), question + " sent no SQL");
        return statements;
    }

    /** The plan for any values, which is the one that a prepared statement comes to be run with. */
    private String plan(String sql) throws Exception {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (char c : sql.toCharArray()) {
            numbered.append(c == '?' ? "$" + ++number : String.valueOf(c));
        }
        StringBuilder plan = new StringBuilder();
        try (Connection connection = simple();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("explain (generic_plan) " + numbered)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** A connection that sends a statement as it is: the placeholders of a generic plan get no values. */
    private Connection simple() throws Exception {
        try (Connection pooled = database.getConnection()) {
            String url = pooled.getMetaData().getURL();
            return DriverManager.getConnection(url.replaceAll("\\?.*", "") + "?preferQueryMode=simple", "postgres", "postgres");
        }
    }
}
