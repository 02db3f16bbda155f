package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.graphql.GlobalId;
import org.parley.graphql.GraphQlClient;
import org.parley.record.Kind;

/** Tests that the value of the record is shown for a discrepancy, no matter how many sources disagree. */
@QuarkusTest
class ShownValuesTest {

    private static final String MADE_UP = "made up";
    private static final String DISCREPANCY = "{ field shown values { value } record { ... on Node { id } } }";

    @Inject
    Database database;

    @AfterEach
    void forget() {
        database.run("delete from attestation where locator = '" + MADE_UP + "'; select derive()");
    }

    private void attest(Kind kind, String slug, String field, String value) {
        database.run("insert into attestation (record_id, source_id, position, locator, field, value, voice)"
                + " select r.id, s.id, 1000 + (select count(*) from attestation), '" + MADE_UP + "', '" + field + "', '" + value
                + "', 'HEARSAY' from record r, source s where r.kind = '" + kind + "' and r.slug = '" + slug
                + "' and s.slug = 'russia-stresses-its-red-lines'");
    }

    private JsonNode shown(Kind kind, String slug, String field, String right) {
        attest(kind, slug, field, "nonsense");
        attest(kind, slug, field, "nonsense");
        attest(kind, slug, field, right);
        database.run("select derive()");
        String id = new GlobalId(kind.typeName(), slug).encode();
        JsonNode found = discrepancy("{ discrepancies(first: 100) { nodes " + DISCREPANCY + " } }", "/discrepancies/nodes", id, field);
        assertEquals(found, discrepancy(
                String.format(Locale.ROOT, "{ node(id: \"%s\") { ... on %s { discrepancies %s } } }", id, kind.typeName(), DISCREPANCY),
                "/node/discrepancies", id, field));
        return found;
    }

    private static JsonNode discrepancy(String query, String list, String id, String field) {
        JsonNode found = GraphQlClient.data(query);
        for (JsonNode discrepancy : found.at(list)) {
            if (discrepancy.at("/record/id").asText().equals(id) && discrepancy.get("field").asText().equals(field)) {
                return discrepancy;
            }
        }
        throw new AssertionError("no discrepancy of " + field + " in " + found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"MEETING | brussels-2023-07-15 | places | Brussels",
            "MEETING | karabakh-residents-dialogue | places | Nagorno-Karabakh, Baku",
            "MEETING | karabakh-residents-dialogue | attendance | more than 30", "PLACE | brussels | coordinates | 50.8505, 4.3488",
            "MEETING | brussels-2023-07-15 | hosts | Charles Michel", "MEETING | brussels-2023-07-15 | placeInferred | false",
            "MEETING | brussels-2023-07-15 | medium | IN_PERSON", "FIGURE | armenia-arms-from-russia-2011-2020 | period | 2011/2020",
            "PLACE | moscow | country | Russia", "PLACE | moscow | name | Moscow",
            "ISSUE | territorial-integrity | name | Territorial integrity", "TRACK | osce-minsk-group-track | period | 1992/..",
            "POSITION | armenia-recognises-azerbaijans-territory-2022-10 | stance | ACCEPTS"})
    void isTheRecordsOwn(Kind kind, String slug, String field, String right) {
        JsonNode discrepancy = shown(kind, slug, field, right);
        assertEquals(right, discrepancy.get("shown").asText());
        assertEquals(right, discrepancy.at("/values/0/value").asText(), "the one shown comes first");
    }

    @Test
    void namesOfSeveralStandInTheRecordsOrder() {
        JsonNode meeting = GraphQlClient
                .data("{ meeting(slug: \"brussels-2023-07-15\") { leaders { name } track { name } issues { name } } }").get("meeting");
        assertEquals(String.join(", ", meeting.get("leaders").findValuesAsText("name")),
                shown(Kind.MEETING, "brussels-2023-07-15", "leaders", "others").get("shown").asText());
        assertEquals(meeting.at("/track/name").asText(),
                shown(Kind.MEETING, "brussels-2023-07-15", "track", "another").get("shown").asText());
    }

    @Test
    void isTheRecordsOwnAsItStoodToo() {
        shown(Kind.MEETING, "brussels-2023-07-15", "leaders", "others");
        String lists = "{ discrepancies(first: 100, asOf: \"" + Instant.now() + "\") { nodes { field shown } } }";
        List<String> shown = GraphQlClient.data(lists).at("/discrepancies/nodes").findValuesAsText("shown");
        assertTrue(shown.contains("Charles Michel, Ilham Aliyev, Nikol Pashinyan"), shown::toString);
    }
}
