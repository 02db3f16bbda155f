package org.parley.change;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Liveness: whether the connection pool still provides connections while the database is available. If not, only a restart helps. */
@Liveness
@ApplicationScoped
class PoolLiveness implements HealthCheck {

    private final AgroalDataSource pool;
    private final CurrentRevision current;
    private final PoolProgress progress = new PoolProgress();

    PoolLiveness(AgroalDataSource pool, CurrentRevision current) {
        this.pool = pool;
        this.current = current;
    }

    @Override
    public HealthCheckResponse call() {
        AgroalDataSourceMetrics metrics = pool.getMetrics();
        boolean exhausted = metrics.activeCount() >= pool.getConfiguration().connectionPoolConfiguration().maxSize();
        boolean stuck = progress.isStuck(exhausted, metrics.acquireCount(), current.known().isPresent(), System.nanoTime());
        return HealthCheckResponse.named("connection pool").status(!stuck).build();
    }
}
