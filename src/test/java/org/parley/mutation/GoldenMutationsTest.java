package org.parley.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.dataset.SentStatements;
import org.parley.graphql.GoldenFile;

/**
 * Mutations return the committed answers. The documents of a folder are sent in order. After `name: recordMeeting(...) { revision }`, the
 * variable `name` of the next documents is that revision. Committed answers count revisions from the beginning of their folder.
 */
@QuarkusTest
@TestProfile(OwnRecord.class)
class GoldenMutationsTest {

    private static final Map<String, Editor> EDITORS = Map.of("ana", Editor.ANA, "ben", Editor.BEN, "clara", Editor.CURATOR);

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/mutations"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void answers(Path folder) throws IOException {
        long first = Editor.NOBODY.data("{ dataset { revision } }").at("/dataset/revision").asLong();
        Map<String, String> revisions = new HashMap<>();
        for (GoldenFile step : GoldenFile.in(folder)) {
            JsonNode answer = answer(step, revisions);
            answer.path("data").fields().forEachRemaining(field -> {
                if (field.getValue().hasNonNull("revision")) {
                    revisions.put(field.getKey(), field.getValue().get("revision").asText());
                }
            });
            answer.findParents("revision").forEach(parent -> countFrom(first, (ObjectNode) parent));
            step.assertAnswer(answer);
        }
    }

    private static JsonNode answer(GoldenFile step, Map<String, String> revisions) throws IOException {
        Editor editor = step.header("editor").map(EDITORS::get).orElse(Editor.NOBODY);
        String document = step.document();
        if (step.header("statements").isEmpty()) {
            return editor.send(document, revisions);
        }
        AtomicReference<JsonNode> answer = new AtomicReference<>();
        step.assertStatements(SentStatements.count(() -> answer.set(editor.send(document, revisions))));
        return answer.get();
    }

    private static void countFrom(long first, ObjectNode parent) {
        parent.put("revision", parent.get("revision").asLong() - first);
    }
}
