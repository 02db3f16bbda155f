package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.fault.ErrorCode;

/** A request that reads more than it may is stopped, and answered by an error alone. */
@QuarkusTest
@TestProfile(ReadBudgetTest.Small.class)
class ReadBudgetTest {

    private static final int ROWS = 60;

    /** Limits that queries of the small data set pass. */
    public static class Small implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.limits.rows", String.valueOf(ROWS), "parley.limits.read-bytes", "5000");
        }
    }

    @Inject
    Engine engine;

    private Answer ask(String document) {
        return engine.answer(new Question(document, null, Map.of(), true, Caller.ANONYMOUS));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // Many rows: of one list, of lists in lists, of aliases, of counts beside them, as of a moment, of fragments.
            "{ meetings(first: 100) { nodes { slug participations { actor { slug } } } } }",
            "{ actors(first: 20) { nodes { attended(first: 20) { nodes { slug } } } } }",
            "{ a: actors(first: 30) { nodes { id } } b: statements(first: 30) { nodes { id } } c: meetings(first: 30) { nodes { id } } }",
            "{ ...P } fragment P on Query { actors(first: 30) { totalCount nodes { ...N } } } fragment N on Actor { attestations { locator } aliases }",
            // Many bytes in few rows.
            "{ statements(first: 15) { nodes { slug summary quotation attestations { value fragment locator reads source { title note } } } } }"})
    void isStopped(String document) {
        Answer answer = ask(document);
        assertEquals(Set.of(ErrorCode.COST_EXCEEDED), answer.codes(), () -> answer.errors().toString());
        assertEquals(1, answer.errors().size());
        assertFalse(answer.hasData());
        assertTrue(answer.rows() <= ROWS + 1, () -> answer.rows() + " rows");
        assertTrue(String.valueOf(answer.errors()).contains("Ask for smaller pages"), () -> answer.errors().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ dataset { revision } }", "{ meetings(first: 10) { nodes { slug } } }",
            "{ a: actors(first: 10) { nodes { id } } b: actors(first: 10) { nodes { id } } }"})
    void whatIsWithinTheLimitsIsAnswered(String document) {
        Answer answer = ask(document);
        assertEquals(List.of(), answer.errors());
        assertTrue(answer.rows() > 0 && answer.rows() <= ROWS, () -> answer.rows() + " rows");
    }

    @Test
    void theNextRequestHasItsOwn() {
        for (int i = 0; i < 10; i++) {
            assertEquals(List.of(), ask("{ meetings(first: 10) { nodes { slug } } }").errors());
        }
    }
}
