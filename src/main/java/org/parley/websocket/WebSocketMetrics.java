package org.parley.websocket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Metrics of WebSockets and event streams: connections, subscriptions, events, and closed connections by reason. */
@ApplicationScoped
class WebSocketMetrics {

    private final MeterRegistry registry;
    private final Counter events;
    private final Map<CloseReason, Counter> closed = new EnumMap<>(CloseReason.class);

    /** Registers all reasons at zero, so that the first one is visible as an increase. */
    WebSocketMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.events = Counter.builder("parley.websocket.events").description("Events received by clients").register(registry);
        for (CloseReason reason : CloseReason.values()) {
            closed.put(reason, Counter.builder("parley.websocket.closed").description("Connections closed by the service, by reason")
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT)).register(registry));
        }
    }

    void watchConnections(Supplier<Number> number) {
        Gauge.builder("parley.websocket.connections", number).description("Open WebSockets and event streams").register(registry);
    }

    void watchSubscriptions(Supplier<Number> number) {
        Gauge.builder("parley.websocket.subscriptions", number).description("Active subscriptions").register(registry);
    }

    void countEvent() {
        events.increment();
    }

    void countClosed(CloseReason reason) {
        closed.get(reason).increment();
    }
}
