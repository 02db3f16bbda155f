package org.parley.live;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether the threads run that serve connections and that make the events of subscriptions. Where one of them is stuck for good, only a
 * restart helps. The threads that answer requests are seen by this check itself, which runs on one of them.
 */
@Liveness
@ApplicationScoped
class ThreadsLiveness implements HealthCheck {

    /** Longer than a request, and so an event, may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<Heartbeat> connections = new ArrayList<>();
    private final Heartbeat events;

    ThreadsLiveness(Vertx vertx, Feed feed) {
        vertx.nettyEventLoopGroup().forEach(loop -> connections.add(new Heartbeat(loop, PATIENCE.toNanos(), () -> 0)));
        this.events = new Heartbeat(feed.threads(), PATIENCE.toNanos(), feed.threads()::getCompletedTaskCount);
    }

    @Override
    public HealthCheckResponse call() {
        long now = System.nanoTime();
        boolean served = connections.stream().filter(loop -> !loop.isAlive(now)).count() == 0;
        boolean heard = events.isAlive(now);
        return HealthCheckResponse.named("threads").withData("connections", served).withData("events", heard).status(served && heard)
                .build();
    }
}
