package org.parley.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.graphql.GraphQlClient;

/** Where sources disagree, the value shown is the record's own, however many of them say something else. */
@QuarkusTest
class ShownValuesTest {

    private static final String MADE_UP = "made up";

    @Inject
    Database database;

    @AfterEach
    void forget() {
        database.run("delete from attestation where locator = '" + MADE_UP + "'");
    }

    private void attest(String kind, String slug, String field, String value) {
        database.run("insert into attestation (record_id, source_id, position, locator, field, value, voice)"
                + " select r.id, s.id, 1000 + (select count(*) from attestation), '" + MADE_UP + "', '" + field + "', '" + value
                + "', 'HEARSAY' from record r, source s where r.kind = '" + kind + "' and r.slug = '" + slug
                + "' and s.slug = 'russia-stresses-its-red-lines'");
    }

    private JsonNode shown(String kind, String slug, String field, String right) {
        attest(kind, slug, field, "nonsense");
        attest(kind, slug, field, "nonsense");
        attest(kind, slug, field, right);
        for (JsonNode discrepancy : GraphQlClient.data("{ discrepancies(first: 100) { nodes { field shown values { value }"
                + " record { ... on Node { id } ... on Meeting { slug } ... on Event { slug } ... on Figure { slug } ... on Position { slug }"
                + " ... on Statement { slug } ... on Agreement { slug } ... on Issue { slug } ... on Track { slug } } } } }")
                .at("/discrepancies/nodes")) {
            if (discrepancy.at("/record/slug").asText().equals(slug) && discrepancy.get("field").asText().equals(field)) {
                return discrepancy;
            }
        }
        throw new AssertionError("no discrepancy of " + field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"MEETING | brussels-2023-07-15 | place | Brussels",
            "MEETING | brussels-2023-07-15 | hosts | Charles Michel", "MEETING | brussels-2023-07-15 | placeInferred | false",
            "MEETING | brussels-2023-07-15 | medium | IN_PERSON", "FIGURE | armenia-arms-from-russia-2011-2020 | period | 2011/2020"})
    void isTheRecordsOwn(String kind, String slug, String field, String right) {
        JsonNode discrepancy = shown(kind, slug, field, right);
        assertEquals(right, discrepancy.get("shown").asText());
        assertEquals(right, discrepancy.at("/values/0/value").asText(), "the one shown comes first");
    }

    @Test
    void namesOfSeveralStandInTheRecordsOrder() {
        JsonNode meeting = GraphQlClient
                .data("{ meeting(slug: \"brussels-2023-07-15\") { leaders { name } track { name } issues { name } } }").get("meeting");
        assertEquals(String.join(", ", meeting.get("leaders").findValuesAsText("name")),
                shown("MEETING", "brussels-2023-07-15", "leaders", "others").get("shown").asText());
        assertEquals(meeting.at("/track/name").asText(), shown("MEETING", "brussels-2023-07-15", "track", "another").get("shown").asText());
    }

    @Test
    void isTheRecordsOwnAsItStoodToo() {
        shown("MEETING", "brussels-2023-07-15", "leaders", "others");
        String lists = "{ discrepancies(first: 100, asOf: \"" + Instant.now() + "\") { nodes { field shown } } }";
        List<String> shown = GraphQlClient.data(lists).at("/discrepancies/nodes").findValuesAsText("shown");
        assertTrue(shown.contains("Charles Michel, Ilham Aliyev, Nikol Pashinyan"), shown::toString);
    }
}
