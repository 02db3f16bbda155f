package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;

@Description("How an actor stands on an issue.")
public enum Stance {
    @Description("Insists on it.")
    DEMANDS,
    @Description("Is in favour of it.")
    SUPPORTS,
    @Description("Suggests that it be done.")
    PROPOSES,
    @Description("Is ready to do or give it.")
    OFFERS,
    @Description("Agrees to it.")
    ACCEPTS,
    @Description("Refuses it.")
    REJECTS,
    @Description("Finds fault with it.")
    CRITICISES,
    @Description("Cautions against it.")
    WARNS,
    @Description("Conveys it without taking a side.")
    REPORTS,
    @Description("Is said by a source to keep silent on it.")
    SILENT
}
