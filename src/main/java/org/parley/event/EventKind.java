package org.parley.event;

import org.eclipse.microprofile.graphql.Description;

@Description("What happened: a clash, a ceasefire, an election.")
public enum EventKind {
    @Description("The people vote on a question.")
    REFERENDUM,
    @Description("The people or a body vote someone into office.")
    ELECTION,
    @Description("A state or body imposes, changes or lifts sanctions.")
    SANCTION,
    @Description("A state recognizes another one, its government, its borders or a claim, or withdraws the recognition.")
    RECOGNITION,
    @Description("One side uses armed force, also terrorist attacks and shelling.")
    ATTACK,
    @Description("Prisoners, hostages or remains are handed over without anything in return.")
    RELEASE,
    @Description("A law, decree or constitutional amendment is adopted.")
    LEGISLATION,
    @Description("Sustained armed conflict.")
    WAR,
    @Description("A short armed encounter.")
    CLASH,
    @Description("Fighting ends.")
    CEASEFIRE,
    @Description("Troops are sent.")
    DEPLOYMENT,
    @Description("A road or crossing is closed.")
    CLOSURE,
    @Description("A public demonstration.")
    RALLY,
    @Description("A single occurrence of another sort, such as a mine explosion.")
    INCIDENT,
    @Description("People or territory are taken.")
    CAPTURE,
    @Description("People or things are exchanged.")
    EXCHANGE,
    @Description("Goods, arms or territory change hands.")
    TRANSFER,
    @Description("Someone is appointed to an office.")
    APPOINTMENT,
    @Description("An agreement is ratified.")
    RATIFICATION,
    @Description("A policy or situation changes course.")
    SHIFT,
    @Description("Anything else.")
    OTHER
}
