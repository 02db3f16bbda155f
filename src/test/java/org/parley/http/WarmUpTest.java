package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.graphql.Caller;
import org.parley.graphql.Engine;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.GraphQlResponse;

/** The queries of the warm-up. */
@QuarkusTest
class WarmUpTest {

    private static final GraphQlRequest WRONG = new GraphQlRequest("{ nothing }", null, Map.of(), true, Caller.ANONYMOUS);

    @Inject
    WarmUp warmUp;

    @Inject
    Engine engine;

    @Test
    void everyWarmUpQueryReadsTheDatabase() {
        List<GraphQlRequest> requests = WarmUp.requests();
        assertFalse(requests.isEmpty());
        for (GraphQlRequest question : requests) {
            GraphQlResponse answer = engine.execute(question);
            assertEquals(List.of(), answer.errors(), question.operationName());
            assertTrue(answer.statements() > 0, question.operationName() + " reads nothing");
        }
    }

    @Test
    void runsUntilTheTimeIsOver() throws InterruptedException {
        Duration time = Duration.ofMillis(300);
        long began = System.nanoTime();
        int executed = warmUp.run(WarmUp.requests(), time);
        assertTrue(System.nanoTime() - began >= time.toNanos());
        assertTrue(executed > 0);
    }

    @Test
    void endsAtTheFirstFailure() throws InterruptedException {
        Duration time = Duration.ofMinutes(1);
        long began = System.nanoTime();
        assertEquals(0, warmUp.run(List.of(WRONG), time));
        assertTrue(System.nanoTime() - began < time.toNanos());
    }
}
