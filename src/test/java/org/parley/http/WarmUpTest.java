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
import org.parley.graphql.Answer;
import org.parley.graphql.Caller;
import org.parley.graphql.Engine;
import org.parley.graphql.Question;

/** What the service asks itself before it is asked. */
@QuarkusTest
class WarmUpTest {

    private static final Question WRONG = new Question("{ nothing }", null, Map.of(), true, Caller.ANONYMOUS);

    @Inject
    WarmUp warmUp;

    @Inject
    Engine engine;

    @Test
    void everyQuestionIsAnsweredFromTheRecord() {
        List<Question> questions = WarmUp.questions();
        assertFalse(questions.isEmpty());
        for (Question question : questions) {
            Answer answer = engine.answer(question);
            assertEquals(List.of(), answer.errors(), question.operationName());
            assertTrue(answer.statements() > 0, question.operationName() + " reads nothing");
        }
    }

    @Test
    void itAsksUntilTheTimeIsOver() throws InterruptedException {
        Duration time = Duration.ofMillis(300);
        long began = System.nanoTime();
        int answered = warmUp.ask(WarmUp.questions(), time);
        assertTrue(System.nanoTime() - began >= time.toNanos());
        assertTrue(answered > 0);
    }

    @Test
    void itEndsWithTheFirstQuestionThatFails() throws InterruptedException {
        Duration time = Duration.ofMinutes(1);
        long began = System.nanoTime();
        assertEquals(0, warmUp.ask(List.of(WRONG), time));
        assertTrue(System.nanoTime() - began < time.toNanos());
    }
}
