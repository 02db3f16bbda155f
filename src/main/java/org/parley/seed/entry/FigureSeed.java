package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A number that a source gives. */
@RegisterForReflection
public record FigureSeed(
        String slug,
        String measure,
        String printed,
        Double value,
        String unit,
        List<String> of,
        String by,
        PeriodSeed period,
        List<String> reportedBy,
        String happening,
        List<AttestationSeed> attestations,
        List<ResolutionSeed> resolutions) implements Seed {}
