package org.parley.websocket;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness of the event loops and of the threads that produce events. If one of them is blocked permanently, only a restart helps. The
 * worker threads need no check, because this check runs on one of them.
 */
@Liveness
@ApplicationScoped
class ThreadsHealthCheck implements HealthCheck {

    /** Longer than a request or an event may take. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final List<ExecutorHeartbeat> connections = new ArrayList<>();
    private final ExecutorHeartbeat events;

    ThreadsHealthCheck(Vertx vertx, ChangeFeed feed) {
        vertx.nettyEventLoopGroup().forEach(loop -> connections.add(new ExecutorHeartbeat(loop, TIMEOUT.toNanos(), () -> 0)));
        this.events = new ExecutorHeartbeat(feed.threads(), TIMEOUT.toNanos(), feed.threads()::getCompletedTaskCount);
    }

    @Override
    public HealthCheckResponse call() {
        long now = System.nanoTime();
        boolean connectionsAlive = connections.stream().filter(loop -> !loop.isAlive(now)).count() == 0;
        boolean eventsAlive = events.isAlive(now);
        return HealthCheckResponse.named("threads").withData("connections", connectionsAlive).withData("events", eventsAlive)
                .status(connectionsAlive && eventsAlive).build();
    }
}
