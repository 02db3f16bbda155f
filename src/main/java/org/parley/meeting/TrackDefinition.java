package org.parley.meeting;

import static org.parley.record.Fields.actors;
import static org.parley.record.Fields.description;
import static org.parley.record.Fields.name;
import static org.parley.record.Fields.period;
import static org.parley.source.AttestationDefinition.attestations;
import static org.parley.source.AttestationDefinition.resolutions;

import org.parley.record.Definition;
import org.parley.record.Field.Searched;
import org.parley.record.Kind;

/** The fields of tracks. */
public final class TrackDefinition {

    public static final Definition TRACK = Definition.of(Kind.TRACK, "Mediation formats, each with its own series of meetings.",
            "A mediation format with its own series of meetings: the Minsk Group, the Brussels talks.", name().searched(Searched.AS_NAME),
            description(), actors("leads", "LEAD", "The actors that lead the track as mediators or co-chairs."),
            period("period", "The time it covers, as far as the sources say."), attestations(), resolutions());

    private TrackDefinition() {
    }
}
