package org.parley.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: whether the revision is being followed, so that subscriptions get changes. A standby or read-only database is ready, because
 * queries work; the response states its mode.
 */
@Readiness
@ApplicationScoped
class RevisionReadiness implements HealthCheck {

    /** The time to notice a lost connection and to open another one. */
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private final CurrentRevision current;
    private final boolean enabled;

    RevisionReadiness(CurrentRevision current, @ConfigProperty(name = "parley.change.watch", defaultValue = "true") boolean enabled) {
        this.current = current;
        this.enabled = enabled;
    }

    @Override
    public HealthCheckResponse call() {
        boolean followed = current.age().filter(age -> age.compareTo(TOLERATED) < 0).isPresent();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("revision").status(followed || !enabled);
        current.mode().ifPresent(mode -> answer.withData("database", mode));
        return answer.build();
    }
}
