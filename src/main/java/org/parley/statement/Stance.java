package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;

@Description("How an actor stands on an issue.")
public enum Stance {
    @Description("Demands it.")
    DEMANDS,
    @Description("Supports it.")
    SUPPORTS,
    @Description("Proposes it.")
    PROPOSES,
    @Description("Offers it.")
    OFFERS,
    @Description("Accepts it.")
    ACCEPTS,
    @Description("Rejects it.")
    REJECTS,
    @Description("Criticises it.")
    CRITICISES,
    @Description("Warns of it.")
    WARNS,
    @Description("Reports it, taking no side.")
    REPORTS,
    @Description("Is said to keep silent on it.")
    SILENT
}
