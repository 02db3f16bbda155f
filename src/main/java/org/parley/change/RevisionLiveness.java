package org.parley.change;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether the thread that follows revisions runs. It starts only with the process. */
@Liveness
@ApplicationScoped
class RevisionLiveness implements HealthCheck {

    private final RevisionFollower follower;

    RevisionLiveness(RevisionFollower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("revision follower").status(follower.isAlive()).build();
    }
}
