package org.parley.event;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of event it is.")
public enum EventKind {
    @Description("A war.")
    WAR,
    @Description("A clash of arms.")
    CLASH,
    @Description("An end to fighting.")
    CEASEFIRE,
    @Description("Troops are sent.")
    DEPLOYMENT,
    @Description("A road or crossing is closed.")
    CLOSURE,
    @Description("A rally.")
    RALLY,
    @Description("An incident.")
    INCIDENT,
    @Description("People or land are taken.")
    CAPTURE,
    @Description("People or things are exchanged.")
    EXCHANGE,
    @Description("Something changes hands.")
    TRANSFER,
    @Description("Someone is appointed.")
    APPOINTMENT,
    @Description("An agreement is ratified.")
    RATIFICATION,
    @Description("Someone changes course.")
    SHIFT,
    @Description("Anything else.")
    OTHER
}
