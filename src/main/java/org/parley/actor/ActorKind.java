package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

@Description("What an actor is.")
public enum ActorKind {
    @Description("A country with its own government, such as Armenia.")
    STATE,
    @Description("A union of states, such as the European Union.")
    UNION,
    @Description("A named individual.")
    PERSON,
    @Description("A person whom the sources name by office only.")
    OFFICE_HOLDER,
    @Description("A government department.")
    MINISTRY,
    @Description("An international or non-governmental organization, or an institute.")
    ORGANIZATION,
    @Description("An organ of a state or union.")
    BODY,
    @Description("A standing format of talks, such as a group of mediators.")
    FORMAT,
    @Description("An authority without recognized statehood, or of a part of a state.")
    AUTHORITY,
    @Description("Troops sent abroad under one command.")
    CONTINGENT,
    @Description("People the sources speak of together.")
    GROUP,
    @Description("A newspaper, agency, journal or publisher.")
    OUTLET,
    @Description("An armed organization outside the forces of a state.")
    ARMED_GROUP,
    @Description("A political movement, also one with an armed wing, that is no registered party.")
    MOVEMENT,
    @Description("A party that stands for election or holds seats.")
    POLITICAL_PARTY,
    @Description("A business, also one that a state owns.")
    COMPANY
}
