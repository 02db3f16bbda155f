package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of actor it is.")
public enum ActorKind {
    @Description("A state.")
    STATE,
    @Description("A union of states.")
    UNION,
    @Description("A named person.")
    PERSON,
    @Description("A person whom the sources name by office only.")
    OFFICE_HOLDER,
    @Description("A ministry.")
    MINISTRY,
    @Description("An international or non-governmental organization, an institute, a company.")
    ORGANIZATION,
    @Description("An organ of a state or union.")
    BODY,
    @Description("A standing format of talks, such as a group of mediators.")
    FORMAT,
    @Description("An authority without recognised statehood, or of a part of a state.")
    AUTHORITY,
    @Description("Troops sent abroad under one command.")
    CONTINGENT,
    @Description("People who are spoken of together.")
    GROUP,
    @Description("A newspaper, agency, journal or publisher.")
    OUTLET
}
