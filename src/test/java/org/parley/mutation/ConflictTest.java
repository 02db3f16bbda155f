package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Concurrent amendments of one record lose no update. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class ConflictTest {

    private static final int EACH = 500;
    private static final String READ = "{ meeting(slug: \"shared\") { outcomes } }";
    private static final String AMEND = "mutation ($seen: String!, $outcomes: [String!]!) {"
            + " amendMeeting(slug: \"shared\", revision: $seen, input: {outcomes: $outcomes}) { revision meeting { outcomes } } }";

    private final AtomicInteger conflicts = new AtomicInteger();

    @Test
    void noUpdateIsLost() throws Exception {
        String seen = Editor.ANA
                .data("mutation { recordMeeting(input: {slug: \"shared\", title: \"Shared\", kind: CALL, level: UNSPECIFIED,"
                        + " medium: PHONE, setting: UNSPECIFIED, status: HELD, date: {edtf: \"2024\"}, outcomes: [\"none\"],"
                        + " participations: [{actor: \"armenia\", roles: [PARTY]}],"
                        + " attestations: [{source: \"russia-stresses-its-red-lines\", locator: \"title\", voice: DOCUMENT_FACT}]}) { revision } }")
                .findValue("revision").asText();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> editors = new ArrayList<>();
            for (Editor editor : List.of(Editor.ANA, Editor.BEN)) {
                editors.add(both.submit(() -> count(editor, seen)));
            }
            for (Future<?> editor : editors) {
                editor.get();
            }
        } finally {
            both.shutdownNow();
        }
        JsonNode counts = Editor.NOBODY.data(READ).at("/meeting/outcomes");
        assertEquals(List.of("ana " + EACH, "ben " + EACH), texts(counts).stream().sorted().toList());
        assertTrue(conflicts.get() > 0, "they never met: this says nothing");
    }

    /** Increments the editor's own count among the outcomes repeatedly, and reads again after a conflict. */
    private void count(Editor editor, String first) {
        String seen = first;
        List<String> outcomes = List.of("none");
        for (int done = 0; done < EACH;) {
            JsonNode answer = editor.send(AMEND, Map.of("seen", seen, "outcomes", with(editor, done + 1, outcomes)));
            if (answer.has("errors")) {
                assertEquals("CONFLICT", answer.at("/errors/0/extensions/code").asText(), answer.toString());
                conflicts.incrementAndGet();
                seen = answer.at("/errors/0/extensions/revision").asText();
                outcomes = texts(Editor.NOBODY.data(READ).at("/meeting/outcomes"));
            } else {
                done++;
                seen = answer.at("/data/amendMeeting/revision").asText();
                outcomes = texts(answer.at("/data/amendMeeting/meeting/outcomes"));
            }
        }
    }

    private static List<String> with(Editor editor, int count, List<String> outcomes) {
        List<String> with = new ArrayList<>(outcomes);
        with.removeIf(outcome -> outcome.equals("none") || outcome.startsWith(editor.name()));
        with.add(editor.name() + " " + count);
        return with;
    }

    private static List<String> texts(JsonNode outcomes) {
        List<String> texts = new ArrayList<>();
        outcomes.forEach(outcome -> texts.add(outcome.asText()));
        return texts;
    }

}
