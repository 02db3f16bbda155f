package org.parley.http;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.parley.graphql.Answer;
import org.parley.graphql.Caller;
import org.parley.graphql.Engine;
import org.parley.graphql.Question;
import org.parley.store.TablesCheck;

/**
 * Answers questions of its own before the service is asked, so that a JVM has compiled what answers need when the first reader comes. A
 * native executable has nothing to compile. Where the database does not answer, or its tables are behind, the service starts without.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    private final Engine engine;
    private final AnswerJson json;
    private final TablesCheck tables;
    private final Duration time;
    private final ExecutorService workers;

    WarmUp(Engine engine, AnswerJson json, @Readiness TablesCheck tables, HttpConfig config, ExecutorService workers) {
        this.engine = engine;
        this.json = json;
        this.tables = tables;
        this.time = config.warmUp();
        this.workers = workers;
    }

    /** The last thing that a start does before the service's port is open. */
    void start(@Observes @Priority(ObserverMethod.DEFAULT_PRIORITY + 1) StartupEvent start) throws InterruptedException {
        if (!time.isZero() && !ImageMode.current().isNativeImage() && tables.call().getStatus() == HealthCheckResponse.Status.UP) {
            LOG.infof("asked itself %s questions to warm up", ask(questions(), time));
        }
    }

    /**
     * Asks them again and again, on as many threads as there are cores, each until the time is over or one fails; how many were answered.
     */
    int ask(List<Question> questions, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        AtomicInteger answered = new AtomicInteger();
        Callable<Void> asking = () -> {
            for (int next = 0; System.nanoTime() - end < 0 && isAnswered(questions.get(next)); next = (next + 1) % questions.size()) {
                answered.incrementAndGet();
            }
            return null;
        };
        workers.invokeAll(Collections.nCopies(Runtime.getRuntime().availableProcessors(), asking));
        return answered.get();
    }

    /** Each operation of the document, as a client would ask it. */
    static List<Question> questions() {
        String document = document();
        return Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> new Question(document, operation.getName(), Map.of(), true, Caller.ANONYMOUS)).toList();
    }

    private static String document() {
        try (InputStream text = WarmUp.class.getResourceAsStream("warm-up.graphql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAnswered(Question question) {
        try {
            Answer answer = engine.answer(question);
            json.of(answer);
            if (!answer.errors().isEmpty()) {
                LOG.infof("warming up has ended at %s: %s", question.operationName(), answer.errors());
            }
            return answer.errors().isEmpty();
        } catch (RefusedException | RuntimeException e) {
            LOG.info("warming up has ended", e);
            return false;
        }
    }
}
