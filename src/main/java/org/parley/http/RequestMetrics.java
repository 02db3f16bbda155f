package org.parley.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.parley.fault.ErrorCode;
import org.parley.graphql.GraphQlResponse;

/**
 * Counts requests by operation and outcome, with their duration, cost, SQL statements and rows; errors by code; responses by HTTP status.
 * Clients choose the names of operations, so only those of trusted documents and of the settings are counted separately.
 */
@Singleton
public class RequestMetrics {

    private static final String OTHER = "other";
    private static final String UNNAMED = "unnamed";

    private record Meters(Timer time, DistributionSummary cost, DistributionSummary statements, DistributionSummary rows) {}

    private final MeterRegistry registry;
    private final Counter cached;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Meters> meters = new ConcurrentHashMap<>();
    private final Map<ErrorCode, Counter> errors = new EnumMap<>(ErrorCode.class);
    private final Map<Integer, Counter> responses = new ConcurrentHashMap<>();

    /** Registers all error codes at zero, so that the first error is visible as an increase. */
    RequestMetrics(MeterRegistry registry, HttpConfig config, PersistedQueries persisted) {
        this.registry = registry;
        names.addAll(config.measuredOperations().orElse(Set.of()));
        names.addAll(persisted.trustedOperations());
        this.cached = Counter.builder("parley.requests.cached").description("Requests answered from the response cache").register(registry);
        for (ErrorCode code : ErrorCode.values()) {
            errors.put(code, Counter.builder("parley.errors").description("Responses with an error of this code, of any status")
                    .tag("code", code.name()).register(registry));
        }
    }

    public void count(GraphQlResponse answer, long nanos) {
        String name = answer.operation();
        String operation = name == null ? UNNAMED : names.contains(name) ? name : OTHER;
        Meters of = meters.computeIfAbsent(operation + " " + answer.status(), key -> meters(operation, answer.status()));
        of.time().record(nanos, TimeUnit.NANOSECONDS);
        of.cost().record(answer.cost());
        of.statements().record(answer.statements());
        of.rows().record(answer.rows());
        answer.codes().forEach(code -> errors.get(code).increment());
    }

    /** Counts a request answered from the response cache. */
    void countCached() {
        cached.increment();
    }

    /** Counts a response by its HTTP status. */
    void countResponse(int status) {
        responses.computeIfAbsent(status, first -> Counter.builder("parley.responses").description("Responses written, by HTTP status")
                .tag("status", String.valueOf(first)).register(registry)).increment();
    }

    /** Counts a request that was rejected before execution. */
    public void countRejected(ErrorCode code) {
        count("rejected", code);
    }

    /** Counts a request whose execution failed as a whole. */
    public void countFailed(ErrorCode code) {
        count("failed", code);
    }

    private void count(String status, ErrorCode code) {
        errors.get(code).increment();
        meters.computeIfAbsent(UNNAMED + " " + status, key -> meters(UNNAMED, status)).time().record(0, TimeUnit.NANOSECONDS);
    }

    private Meters meters(String operation, String status) {
        return new Meters(
                Timer.builder("parley.requests").description("Executed requests and their duration")
                        .tags("operation", operation, "status", status).register(registry),
                DistributionSummary.builder("parley.request.cost").description("Cost computed before execution")
                        .tags("operation", operation, "status", status).register(registry),
                DistributionSummary.builder("parley.request.sql").description("SQL statements of a request")
                        .tags("operation", operation, "status", status).register(registry),
                DistributionSummary.builder("parley.request.rows").description("Rows read by a request")
                        .tags("operation", operation, "status", status).register(registry));
    }
}
