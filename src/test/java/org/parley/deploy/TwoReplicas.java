package org.parley.deploy;

import java.util.List;
import java.util.Map;
import org.parley.rights.Provider;

/** Two processes of the packaged service on one database that is theirs, with a provider of tokens. */
final class TwoReplicas implements AutoCloseable {

    private final Provider provider = new Provider();
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
