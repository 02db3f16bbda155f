package org.parley.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the record's revision is followed, so that subscriptions hear what happens. A standby, and a database that is read-only, are
 * ready: queries are answered, and the state says what the database is.
 */
@Readiness
@ApplicationScoped
class RevisionReadiness implements HealthCheck {

    /** As long as it takes to notice a lost connection and to open another. */
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
