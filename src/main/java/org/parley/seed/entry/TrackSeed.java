package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A mediation format with its own series of meetings. */
@RegisterForReflection
public record TrackSeed(
        String slug,
        String name,
        String description,
        List<String> leads,
        PeriodSeed period,
        List<AttestationSeed> attestations,
        List<ResolutionSeed> resolutions) implements Seed {}
