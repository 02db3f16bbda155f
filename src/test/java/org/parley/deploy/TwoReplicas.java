package org.parley.deploy;

import java.util.List;
import java.util.Map;
import org.parley.auth.TestIdentityProvider;

/** Two processes of the packaged service on one database, with an identity provider. */
final class TwoReplicas implements AutoCloseable {

    private final TestIdentityProvider provider = new TestIdentityProvider();
    final PlainPostgres postgres;
    final PackagedService one;
    final PackagedService other;

    TwoReplicas() {
        Map<String, String> settings = provider.start();
        postgres = PlainPostgres.empty().filled();
        one = PackagedService.serve(postgres.environment(settings));
        other = PackagedService.serve(postgres.environment(settings));
    }

    List<PackagedService> both() {
        return List.of(one, other);
    }

    @Override
    public void close() {
        both().forEach(PackagedService::close);
        postgres.close();
        provider.stop();
    }
}
