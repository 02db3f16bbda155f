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
import org.parley.graphql.Caller;
import org.parley.graphql.Engine;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.GraphQlResponse;
import org.parley.persistence.TablesCheck;

/**
 * Runs queries before the port is opened, so that the JVM has compiled the code for the first client. A native executable needs no warm-up.
 * Skipped if the database cannot be reached or its migrations are missing.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    private final Engine engine;
    private final ResponseJson json;
    private final TablesCheck tables;
    private final Duration duration;
    private final ExecutorService workers;

    WarmUp(Engine engine, ResponseJson json, @Readiness TablesCheck tables, HttpConfig config, ExecutorService workers) {
        this.engine = engine;
        this.json = json;
        this.tables = tables;
        this.duration = config.warmUp();
        this.workers = workers;
    }

    /** Runs last at startup, before the port is opened. */
    void start(@Observes @Priority(ObserverMethod.DEFAULT_PRIORITY + 1) StartupEvent start) throws InterruptedException {
        if (!duration.isZero() && !ImageMode.current().isNativeImage() && tables.call().getStatus() == HealthCheckResponse.Status.UP) {
            LOG.infof("Warm-up: executed %s queries", run(requests(), duration));
        }
    }

    /** Runs the requests repeatedly on all cores, until the time is over or one fails. Returns how many succeeded. */
    int run(List<GraphQlRequest> requests, Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        AtomicInteger succeeded = new AtomicInteger();
        Callable<Void> task = () -> {
            for (int next = 0; System.nanoTime() - end < 0 && succeeds(requests.get(next)); next = (next + 1) % requests.size()) {
                succeeded.incrementAndGet();
            }
            return null;
        };
        workers.invokeAll(Collections.nCopies(Runtime.getRuntime().availableProcessors(), task));
        return succeeded.get();
    }

    /** Returns a request for each operation of the document. */
    static List<GraphQlRequest> requests() {
        String document = document();
        return Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> new GraphQlRequest(document, operation.getName(), Map.of(), true, Caller.ANONYMOUS)).toList();
    }

    private static String document() {
        try (InputStream text = WarmUp.class.getResourceAsStream("warm-up.graphql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean succeeds(GraphQlRequest request) {
        try {
            GraphQlResponse answer = engine.execute(request);
            json.of(answer);
            if (!answer.errors().isEmpty()) {
                LOG.infof("Warm-up ended at %s: %s", request.operationName(), answer.errors());
            }
            return answer.errors().isEmpty();
        } catch (HttpRejectionException | RuntimeException e) {
            LOG.info("Warm-up ended", e);
            return false;
        }
    }
}
