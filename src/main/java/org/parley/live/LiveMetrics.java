package org.parley.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** How many stay connected, how many subscriptions hear, how many events they were sent, and why connections were closed. */
@ApplicationScoped
class LiveMetrics {

    private final MeterRegistry registry;
    private final Counter events;
    private final Map<Close, Counter> closed = new EnumMap<>(Close.class);

    /** Every reason is counted from none on, so that the first is seen as a rise. */
    LiveMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.events = Counter.builder("parley.live.events").description("Events that clients have taken").register(registry);
        for (Close why : Close.values()) {
            closed.put(why, Counter.builder("parley.live.closed").description("Connections that the service closed, and why")
                    .tag("reason", why.name().toLowerCase(Locale.ROOT)).register(registry));
        }
    }

    void watchConnections(Supplier<Number> number) {
        Gauge.builder("parley.live.connections", number).description("Clients that stay connected").register(registry);
    }

    void watchSubscriptions(Supplier<Number> number) {
        Gauge.builder("parley.live.subscriptions", number).description("Subscriptions that hear").register(registry);
    }

    void countEvent() {
        events.increment();
    }

    void countClosed(Close why) {
        closed.get(why).increment();
    }
}
