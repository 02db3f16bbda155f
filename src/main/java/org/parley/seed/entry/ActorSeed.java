package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.parley.actor.ActorKind;
import org.parley.actor.OfficeRank;

/** A state, person, ministry, body, contingent, outlet, with the offices it held. */
@RegisterForReflection
public record ActorSeed(
        String slug,
        String name,
        ActorKind kind,
        String description,
        List<String> aliases,
        String countryCode,
        String partOf,
        List<Office> offices,
        List<AttestationSeed> attestations,
        List<ResolutionSeed> resolutions) implements Seed {

    /** An office held; its title is unique for the holder. */
    @RegisterForReflection
    public record Office(String title, String of, OfficeRank rank, DateSeed from, DateSeed to) {}

    @Override
    public String whole() {
        return partOf;
    }
}
