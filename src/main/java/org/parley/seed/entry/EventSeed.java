package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.parley.event.EventKind;

/** Something that happened and was no meeting. */
@RegisterForReflection
public record EventSeed(
        String slug,
        String title,
        EventKind kind,
        DateSeed date,
        String place,
        List<String> actors,
        List<String> issues,
        String summary,
        boolean alleged,
        String happening,
        List<AttestationSeed> attestations,
        List<ResolutionSeed> resolutions) implements Seed {}
