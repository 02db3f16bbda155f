package org.parley.seed.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.actor.ParticipationRole;

/** What the columns of a table of meetings are called that list the actors in a role. */
public final class RoleColumns {

    private static final Map<ParticipationRole, String> NAMES = Map.ofEntries(Map.entry(ParticipationRole.HOST, "hosts"),
            Map.entry(ParticipationRole.MEDIATOR, "mediators"), Map.entry(ParticipationRole.FACILITATOR, "facilitators"),
            Map.entry(ParticipationRole.CO_CHAIR, "coChairs"), Map.entry(ParticipationRole.CONVENER, "conveners"),
            Map.entry(ParticipationRole.PARTY, "parties"), Map.entry(ParticipationRole.PARTICIPANT, "participants"),
            Map.entry(ParticipationRole.GUARANTOR, "guarantors"), Map.entry(ParticipationRole.WITNESS, "witnesses"),
            Map.entry(ParticipationRole.OBSERVER, "observers"), Map.entry(ParticipationRole.INVITED, "invited"));

    private RoleColumns() {
    }

    public static String of(ParticipationRole role) {
        return NAMES.get(role);
    }

    public static List<String> all() {
        return Arrays.stream(ParticipationRole.values()).map(RoleColumns::of).collect(Collectors.toList());
    }
}
