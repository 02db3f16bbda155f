package org.parley.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.graphql.GraphQlClient;

/** Meetings whose date is not exact, asked for by a range: OVERLAPS finds what may lie in it, WITHIN what certainly does. */
@QuarkusTest
class DateRangeTest {

    private static final String OPEN = "open";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # one day: may and certainly does are the same
            brussels-2023-07-15 | 2023-07-15 | 2023-07-15 | OVERLAPS WITHIN
            brussels-2023-07-15 | 2023-07-01 | 2023-07-31 | OVERLAPS WITHIN
            brussels-2023-07-15 | 2023-07-14 | 2023-07-14 |
            brussels-2023-07-15 | 2023-07-16 | open       |
            # a month, the day not told
            brussels-2023-05    | 2023-05-01 | 2023-05-31 | OVERLAPS WITHIN
            brussels-2023-05    | 2023-05-10 | 2023-05-20 | OVERLAPS
            brussels-2023-05    | 2023-05-31 | 2023-06-30 | OVERLAPS
            brussels-2023-05    | 2023-06-01 | 2023-06-30 |
            brussels-2023-05    | open       | 2023-05-01 | OVERLAPS
            brussels-2023-05    | open       | 2023-04-30 |
            brussels-2023-05    | 2023-05-01 | open       | OVERLAPS WITHIN
            # late May
            putin-summit-late-may-2023 | 2023-05-01 | 2023-05-31 | OVERLAPS WITHIN
            putin-summit-late-may-2023 | 2023-05-25 | 2023-05-26 | OVERLAPS
            putin-summit-late-may-2023 | 2023-05-01 | 2023-05-20 |
            # on one of two days, or on both
            putin-aliyev-call-2020-10 | 2020-10-19 | 2020-10-20 | OVERLAPS WITHIN
            putin-aliyev-call-2020-10 | 2020-10-20 | 2020-10-20 | OVERLAPS
            # some day between two that are known
            moscow-ministers-2023 | 2023-07-01 | 2023-09-30 | OVERLAPS WITHIN
            moscow-ministers-2023 | 2023-07-18 | 2023-07-18 | OVERLAPS
            moscow-ministers-2023 | open       | 2023-07-17 |
            # the year is not stated: the reading counts
            kazan-leaders-meeting | 2024-10-01 | 2024-10-31 | OVERLAPS WITHIN
            kazan-leaders-meeting | 2024-10-31 | open       | OVERLAPS
            kazan-leaders-meeting | 2023-01-01 | 2023-12-31 |
            # goes on from a day to a month
            transport-working-group | 2021-01-01 | 2021-12-31 | OVERLAPS WITHIN
            transport-working-group | 2021-06-01 | 2021-06-30 | OVERLAPS
            """)
    void findsTheMeeting(String slug, String from, String to, String matches) {
        List<String> found = Stream.of("OVERLAPS", "WITHIN").filter(match -> slugs(range(from, to, match)).contains(slug)).toList();
        assertEquals(matches == null ? "" : matches, String.join(" ", found));
    }

    @Test
    void aMatchLeftOutIsWithin() {
        String may = "from: \"2023-05-10\", to: \"2023-05-20\"";
        assertEquals(slugs("{" + may + ", match: WITHIN}"), slugs("{" + may + "}"));
        assertNotEquals(slugs("{" + may + ", match: OVERLAPS}"), slugs("{" + may + "}"), "brussels-2023-05 may lie there");
    }

    @Test
    void withoutDaysItLeavesNothingOut() {
        int all = GraphQlClient.data("{ meetings { totalCount } }").at("/meetings/totalCount").asInt();
        assertEquals(all,
                GraphQlClient.data("{ meetings(filter: {between: {match: WITHIN}}) { totalCount } }").at("/meetings/totalCount").asInt());
    }

    @Test
    void aRangeTurnedRoundIsRefusedAndTheRestAnswered() {
        JsonNode answer = GraphQlClient
                .ask("""
                        { meetings(filter: {between: {from: "2023-02-02", to: "2023-02-01"}}) { nodes { slug } } meeting(slug: "kazan-leaders-meeting") { slug } }""");
        assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText());
        assertEquals("from (2023-02-02) is after to (2023-02-01); send the earlier date as from", answer.at("/errors/0/message").asText());
        assertEquals(0, answer.at("/data/meetings/nodes").size());
        assertEquals("kazan-leaders-meeting", answer.at("/data/meeting/slug").asText());
    }

    private static String range(String from, String to, String match) {
        return "{from: " + day(from) + ", to: " + day(to) + ", match: " + match + "}";
    }

    private static String day(String text) {
        return text.equals(OPEN) ? "null" : '"' + text + '"';
    }

    private static List<String> slugs(String range) {
        JsonNode nodes = GraphQlClient.data("{ meetings(first: 100, filter: {between: " + range + "}) { nodes { slug } } }")
                .at("/meetings/nodes");
        List<String> slugs = new ArrayList<>();
        nodes.forEach(node -> slugs.add(node.get("slug").asText()));
        return slugs;
    }
}
