package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A field that is queried several times in one request with different arguments returns the same as when it is queried alone. */
@QuarkusTest
class AliasTest {

    private static final List<String> LEADERS = List.of("ilham-aliyev", "nikol-pashinyan", "vladimir-putin");

    private static final List<String> MEETINGS = List.of("attended(first: 2)", "attended(first: 2, orderBy: DATE_DESC)",
            "attended(filter: {statuses: [HELD]})", "attended(filter: {statuses: [PROPOSED]})", "attended(filter: {media: [PHONE]})",
            "attended(last: 3)", "attended(filter: {between: {from: \"2023-01-01\"}})", "hosted(filter: {statuses: [HELD]})");

    private static final List<String> INSIDE = List.of("participations { actor { slug } }",
            "participations(roles: [HOST]) { actor { slug } }", "participations(roles: [PARTY]) { actor { slug } }",
            "statements(first: 1) { totalCount nodes { slug } }", "statements(first: 1, orderBy: DATE_DESC) { totalCount nodes { slug } }",
            "statements(filter: {speakers: [\"charles-michel\"]}) { totalCount nodes { slug } }");

    /** The same fields under aliases. */
    private static String aliased(List<String> fields) {
        return IntStream.range(0, fields.size()).mapToObj(i -> "a" + i + ": " + fields.get(i)).collect(Collectors.joining(" "));
    }

    private static List<String> counted(List<String> lists) {
        return lists.stream().map(list -> list + " { totalCount nodes { slug } }").toList();
    }

    private static String actor(String slug, String fields) {
        return "actor(slug: \"" + slug + "\") { " + fields + " }";
    }

    @Test
    void withOneParentAndSeveral() {
        List<String> fields = counted(MEETINGS);
        JsonNode together = GraphQlClient.data("{ " + aliased(LEADERS.stream().map(slug -> actor(slug, aliased(fields))).toList()) + " }");
        Set<JsonNode> answers = new HashSet<>();
        for (int parent = 0; parent < LEADERS.size(); parent++) {
            for (int i = 0; i < fields.size(); i++) {
                JsonNode alone = GraphQlClient.data("{ a: " + actor(LEADERS.get(parent), "a: " + fields.get(i)) + " }").at("/a/a");
                assertEquals(alone, together.at("/a" + parent + "/a" + i), LEADERS.get(parent) + " " + fields.get(i));
                answers.add(alone);
            }
        }
        assertTrue(answers.size() > MEETINGS.size(), "the answers have to differ for this test to tell anything");
    }

    @Test
    void withSiblingsOfAList() {
        List<String> fields = counted(MEETINGS);
        String all = "{ actors(first: 50, filter: {kinds: [PERSON, STATE]}) { nodes { slug %s } } }";
        JsonNode together = GraphQlClient.data(String.format(Locale.ROOT, all, aliased(fields))).at("/actors/nodes");
        for (int i = 0; i < fields.size(); i++) {
            JsonNode alone = GraphQlClient.data(String.format(Locale.ROOT, all, "a: " + fields.get(i))).at("/actors/nodes");
            for (int row = 0; row < alone.size(); row++) {
                assertEquals(alone.get(row).get("a"), together.get(row).get("a" + i), alone.get(row).get("slug") + " " + fields.get(i));
            }
        }
    }

    @Test
    void twoLevelsDeep() {
        List<String> upper = List.of("attended(first: 4)", "attended(first: 4, orderBy: DATE_DESC)",
                "attended(filter: {places: [\"brussels\"]})");
        String both = "{ "
                + actor("ilham-aliyev", aliased(upper.stream().map(list -> list + " { nodes { slug " + aliased(INSIDE) + " } }").toList()))
                + " }";
        JsonNode together = GraphQlClient.data(both).get("actor");
        Set<JsonNode> answers = new HashSet<>();
        for (int u = 0; u < upper.size(); u++) {
            for (JsonNode meeting : together.at("/a" + u + "/nodes")) {
                for (int i = 0; i < INSIDE.size(); i++) {
                    String alone = "{ meeting(slug: " + meeting.get("slug") + ") { a: " + INSIDE.get(i) + " } }";
                    assertEquals(GraphQlClient.data(alone).at("/meeting/a"), meeting.get("a" + i), alone);
                    answers.add(meeting.get("a" + i));
                }
            }
        }
        assertTrue(answers.size() > 2 * INSIDE.size(), "the answers have to differ for this test to tell anything");
    }

    @Test
    void withArgumentsOfEqualHash() {
        String word = "Brussels";
        String other = withHash(word.hashCode());
        assertDistinct("text: \"" + word + "\"", "text: \"" + other + "\"");
        String filler = withHash(31 * "vladimir-putin".hashCode() - 31 * "charles-michel".hashCode());
        assertEquals(List.of("vladimir-putin", "").hashCode(), List.of("charles-michel", filler).hashCode());
        assertDistinct("participants: [\"vladimir-putin\", \"\"]", "participants: [\"charles-michel\", \"" + filler + "\"]");
    }

    /** The two filters have different results, with one parent and with two, in either order. */
    private static void assertDistinct(String one, String other) {
        List<String> fields = counted(List.of("attended(filter: {" + one + "})", "attended(filter: {" + other + "})"));
        List<JsonNode> alone = fields.stream()
                .map(field -> GraphQlClient.data("{ " + actor("ilham-aliyev", "a: " + field) + " }").at("/actor/a")).toList();
        assertNotEquals(alone.get(0), alone.get(1));
        JsonNode together = GraphQlClient.data("{ x: " + actor("ilham-aliyev", aliased(fields)) + " y: "
                + actor("ilham-aliyev", aliased(List.of(fields.get(1), fields.get(0)))) + " }");
        assertEquals(alone, List.of(together.at("/x/a0"), together.at("/x/a1")));
        assertEquals(alone, List.of(together.at("/y/a1"), together.at("/y/a0")));
        JsonNode apart = GraphQlClient
                .data("{ x: " + actor("ilham-aliyev", fields.get(0)) + " y: " + actor("ilham-aliyev", fields.get(1)) + " }");
        assertEquals(alone, List.of(apart.at("/x/attended"), apart.at("/y/attended")));
    }

    /** Returns a text with that hash code. */
    private static String withHash(int hash) {
        int digits = 7;
        long rest = Integer.toUnsignedLong(hash);
        for (int i = 0, power = 1; i < digits; i++, power *= 31) {
            rest -= '0' * Integer.toUnsignedLong(power);
        }
        rest = Math.floorMod(rest, 1L << 32);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits; i++, rest /= 31) {
            text.append((char) ('0' + rest % 31));
        }
        assertEquals(hash, text.reverse().toString().hashCode());
        return text.toString();
    }
}
