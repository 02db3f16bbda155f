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
import org.parley.graphql.Answer;

/**
 * How many requests of each operation name, how they ended, how long they took, what they cost and how many SQL statements they sent. A
 * name is the client's choice, so only those that the operator named, or put into trusted documents, are counted by themselves. Beside
 * them, how many answers hold errors, by their code, and how many responses were sent, by their HTTP status.
 */
@Singleton
public class RequestMetrics {

    private static final String OTHER = "other";
    private static final String UNNAMED = "unnamed";

    private record Meters(Timer time, DistributionSummary cost, DistributionSummary statements, DistributionSummary rows) {}

    private final MeterRegistry registry;
    private final Counter kept;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Meters> meters = new ConcurrentHashMap<>();
    private final Map<ErrorCode, Counter> errors = new EnumMap<>(ErrorCode.class);
    private final Map<Integer, Counter> responses = new ConcurrentHashMap<>();

    /** Every code is counted from none on, so that the first error is seen as a rise. */
    RequestMetrics(MeterRegistry registry, HttpConfig config, PersistedQueries persisted) {
        this.registry = registry;
        names.addAll(config.measuredOperations().orElse(Set.of()));
        names.addAll(persisted.trustedOperations());
        this.kept = Counter.builder("parley.requests.kept").description("Requests whose answer was kept, and given without reading them")
                .register(registry);
        for (ErrorCode code : ErrorCode.values()) {
            errors.put(code, Counter.builder("parley.errors").description("Answers that hold an error of this code, whatever their status")
                    .tag("code", code.name()).register(registry));
        }
    }

    public void count(Answer answer, long nanos) {
        String name = answer.operation();
        String operation = name == null ? UNNAMED : names.contains(name) ? name : OTHER;
        Meters of = meters.computeIfAbsent(operation + " " + answer.status(), key -> meters(operation, answer.status()));
        of.time().record(nanos, TimeUnit.NANOSECONDS);
        of.cost().record(answer.cost());
        of.statements().record(answer.statements());
        of.rows().record(answer.rows());
        answer.codes().forEach(code -> errors.get(code).increment());
    }

    /** A request whose answer was kept. */
    void countKept() {
        kept.increment();
    }

    /** A response that is sent, with its HTTP status. */
    void countResponse(int status) {
        responses.computeIfAbsent(status, first -> Counter.builder("parley.responses").description("Responses written, by HTTP status")
                .tag("status", String.valueOf(first)).register(registry)).increment();
    }

    /** A request of which no document was run. */
    public void countRefused(ErrorCode code) {
        count("refused", code);
    }

    /** A request that the service failed to answer as a whole. */
    public void countFailed(ErrorCode code) {
        count("failed", code);
    }

    private void count(String status, ErrorCode code) {
        errors.get(code).increment();
        meters.computeIfAbsent(UNNAMED + " " + status, key -> meters(UNNAMED, status)).time().record(0, TimeUnit.NANOSECONDS);
    }

    private Meters meters(String operation, String status) {
        return new Meters(
                Timer.builder("parley.requests").description("Requests answered, and how long each took")
                        .tags("operation", operation, "status", status).register(registry),
                DistributionSummary.builder("parley.request.cost").description("Cost computed before the request was run")
                        .tags("operation", operation, "status", status).register(registry),
                DistributionSummary.builder("parley.request.sql").description("SQL statements sent for the answer")
                        .tags("operation", operation, "status", status).register(registry),
                DistributionSummary.builder("parley.request.rows").description("Rows read for the answer")
                        .tags("operation", operation, "status", status).register(registry));
    }
}
