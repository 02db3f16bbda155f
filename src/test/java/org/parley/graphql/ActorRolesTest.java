package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.actor.ParticipationRole;

/** The filter of actors by role finds the actors of the roles in meetings and agreements, and those for whom they count. */
@QuarkusTest
class ActorRolesTest {

    @Test
    void rolesAreThoseInMeetingsAndAgreements() {
        Map<String, String> wholes = new HashMap<>();
        EncounterModel.all("actors", "slug partOf { slug }")
                .forEach(actor -> wholes.put(actor.get("slug").asText(), actor.at("/partOf/slug").asText()));
        Map<String, Set<String>> inMeetings = roles("meetings", wholes);
        Map<String, Set<String>> inAgreements = roles("agreements", wholes);
        assertTrue(inMeetings.size() > 4 && !inMeetings.keySet().containsAll(inAgreements.keySet()), inAgreements.toString());
        for (ParticipationRole role : ParticipationRole.values()) {
            Set<String> expected = new TreeSet<>(inMeetings.getOrDefault(role.name(), Set.of()));
            expected.addAll(inAgreements.getOrDefault(role.name(), Set.of()));
            assertEquals(expected, found(role.name()), role.name());
        }
        Set<String> either = found("HOST");
        either.addAll(found("VERIFIER"));
        assertEquals(either, found("VERIFIER, HOST"));
        assertEquals(Set.of(), found(""));
    }

    /** Returns the actors of each role. */
    private static Map<String, Set<String>> roles(String list, Map<String, String> wholes) {
        Map<String, Set<String>> actors = new TreeMap<>();
        for (JsonNode node : EncounterModel.all(list, "participations { role actor { slug } onBehalfOf { slug } }")) {
            node.get("participations").forEach(part -> {
                Set<String> ofRole = actors.computeIfAbsent(part.get("role").asText(), none -> new TreeSet<>());
                for (String actor : List.of(part.at("/actor/slug").asText(), part.at("/onBehalfOf/slug").asText())) {
                    for (String whole = actor; !whole.isEmpty(); whole = wholes.get(whole)) {
                        ofRole.add(whole);
                    }
                }
            });
        }
        return actors;
    }

    private static Set<String> found(String roles) {
        Set<String> slugs = new TreeSet<>();
        EncounterModel.all("actors(filter: {roles: [" + roles + "]})", "slug").forEach(actor -> slugs.add(actor.get("slug").asText()));
        return slugs;
    }
}
