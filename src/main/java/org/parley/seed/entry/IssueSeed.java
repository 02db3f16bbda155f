package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A matter under negotiation. */
@RegisterForReflection
public record IssueSeed(
        String slug,
        String name,
        String description,
        List<String> aliases,
        String broader,
        List<AttestationSeed> attestations,
        List<ResolutionSeed> resolutions) implements Seed {

    @Override
    public String whole() {
        return broader;
    }
}
