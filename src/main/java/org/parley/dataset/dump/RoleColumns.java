package org.parley.dataset.dump;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.actor.ParticipationRole;

/** The columns of the CSV table of meetings that list the actors in a role. */
public final class RoleColumns {

    private static final Map<ParticipationRole, String> NAMES = Map.ofEntries(Map.entry(ParticipationRole.HOST, "hosts"),
            Map.entry(ParticipationRole.MEDIATOR, "mediators"), Map.entry(ParticipationRole.FACILITATOR, "facilitators"),
            Map.entry(ParticipationRole.CO_CHAIR, "coChairs"), Map.entry(ParticipationRole.CONVENER, "conveners"),
            Map.entry(ParticipationRole.PARTY, "parties"), Map.entry(ParticipationRole.PARTICIPANT, "participants"),
            Map.entry(ParticipationRole.GUARANTOR, "guarantors"), Map.entry(ParticipationRole.WITNESS, "witnesses"),
            Map.entry(ParticipationRole.OBSERVER, "observers"), Map.entry(ParticipationRole.INVITED, "invited"),
            Map.entry(ParticipationRole.SUPPORTER, "supporters"), Map.entry(ParticipationRole.DEPOSITARY, "depositaries"),
            Map.entry(ParticipationRole.VERIFIER, "verifiers"));

    private RoleColumns() {
    }

    public static String of(ParticipationRole role) {
        return NAMES.get(role);
    }

    public static List<String> all() {
        return Arrays.stream(ParticipationRole.values()).map(RoleColumns::of).collect(Collectors.toList());
    }
}
