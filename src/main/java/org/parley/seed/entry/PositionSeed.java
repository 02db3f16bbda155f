package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.parley.source.Voice;
import org.parley.statement.Stance;

/** What an actor holds on an issue at a date: an entry of its own, or a numbered point of a statement. */
@RegisterForReflection
public record PositionSeed(
        String slug,
        String actor,
        String issue,
        Stance stance,
        DateSeed date,
        String summary,
        Voice voice,
        List<AttestationSeed> attestations,
        List<ResolutionSeed> resolutions,
        String statement,
        Integer number) implements Seed {

    /** The slug of a statement's point: its own, and the number from 1. */
    public static String slugOfPoint(String statement, int number) {
        return statement + "-" + number;
    }
}
