package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Fields that show the same of an agreement agree: roles with parties and mediators, links with links from others. */
@QuarkusTest
class AgreementRolesTest {

    private static JsonNode agreements(String fields) {
        return GraphQlClient.data("{ agreements(first: 100) { nodes { slug " + fields + " } } }").at("/agreements/nodes");
    }

    @Test
    void rolesAreThoseOfPartiesAndMediators() {
        for (Map.Entry<String, String> role : Map.of("parties", "PARTY", "mediators", "MEDIATOR").entrySet()) {
            int found = 0;
            for (JsonNode agreement : agreements(
                    role.getKey() + " { slug } some: participations(roles: [" + role.getValue() + "]) { actor { slug } }")) {
                List<String> expected = agreement.get(role.getKey()).findValuesAsText("slug");
                assertEquals(expected, agreement.get("some").findValuesAsText("slug"), agreement.get("slug").asText());
                found += expected.size();
            }
            assertFalse(found == 0, role.getKey());
        }
    }

    @Test
    void allRolesAreTheSumOfEach() {
        for (JsonNode agreement : agreements("participations { role actor { slug } }")) {
            Set<String> roles = new TreeSet<>(agreement.findValuesAsText("role"));
            JsonNode all = agreement.get("participations");
            int sum = 0;
            for (String role : roles) {
                sum += GraphQlClient
                        .data("{ agreement(slug: " + agreement.get("slug") + ") { participations(roles: [" + role + "]) { role } } }")
                        .at("/agreement/participations").size();
            }
            assertEquals(all.size(), sum, agreement.get("slug").asText());
        }
        assertEquals(0,
                GraphQlClient.data("{ agreement(slug: \"trilateral-statement-2020-11-09\") { participations(roles: []) { role } } }")
                        .at("/agreement/participations").size());
    }

    @Test
    void eachLinkIsShownFromBothEnds() {
        Set<String> links = new TreeSet<>();
        Set<String> reversed = new TreeSet<>();
        for (JsonNode agreement : agreements(
                "links { relation agreement { other: slug } } linkedFrom { relation agreement { other: slug } }")) {
            String slug = agreement.get("slug").asText();
            agreement.get("links").forEach(link -> links.add(slug + " " + relation(link) + " " + other(link)));
            agreement.get("linkedFrom").forEach(link -> reversed.add(other(link) + " " + relation(link) + " " + slug));
        }
        assertFalse(links.isEmpty());
        assertEquals(links, reversed);
    }

    private static String relation(JsonNode link) {
        return link.get("relation").asText();
    }

    private static String other(JsonNode link) {
        return link.at("/agreement/other").asText();
    }
}
