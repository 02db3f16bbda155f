package org.parley.seed.entry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.actor.ParticipationRole;
import org.parley.meeting.Medium;
import org.parley.meeting.MeetingKind;
import org.parley.meeting.MeetingLevel;
import org.parley.meeting.MeetingSetting;
import org.parley.meeting.MeetingStatus;

/** A meeting, call or visit: held, planned, proposed or refused. */
@RegisterForReflection
public record MeetingSeed(
        String slug,
        String title,
        MeetingKind kind,
        MeetingLevel level,
        Medium medium,
        MeetingSetting setting,
        MeetingStatus status,
        DateSeed date,
        String place,
        boolean placeInferred,
        String track,
        String partOf,
        Integer ordinal,
        String summary,
        List<String> outcomes,
        List<String> issues,
        List<Participation> participations,
        String happening,
        List<AttestationSeed> attestations,
        List<ResolutionSeed> resolutions) implements Seed {

    /** An actor's part in it, in one role or several. */
    @RegisterForReflection
    public record Participation(String actor, List<ParticipationRole> roles, String office, String onBehalfOf, boolean inferred) {

        Participation of(Offices offices) {
            return new Participation(actor, roles, office, offices.onBehalfOf(actor, office, onBehalfOf), inferred);
        }

        Participation in(List<ParticipationRole> roles) {
            return new Participation(actor, roles, office, onBehalfOf, inferred);
        }
    }

    /** The same, each participation with the state or body that its office is of, and those that differ in nothing but roles as one. */
    MeetingSeed complete(Offices offices) {
        Map<Participation, List<ParticipationRole>> roles = new LinkedHashMap<>();
        participations.stream().map(one -> one.of(offices))
                .forEach(one -> roles.computeIfAbsent(one.in(List.of()), none -> new ArrayList<>()).addAll(one.roles));
        return new MeetingSeed(slug, title, kind, level, medium, setting, status, date, place, placeInferred, track, partOf, ordinal,
                summary, outcomes, issues, roles.entrySet().stream().map(one -> one.getKey().in(one.getValue())).toList(), happening,
                attestations, resolutions);
    }

    @Override
    public String whole() {
        return partOf;
    }
}
