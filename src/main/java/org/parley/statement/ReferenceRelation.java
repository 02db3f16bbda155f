package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;

@Description("How a statement bears on the record that it refers to.")
public enum ReferenceRelation {
    @Description("It proposes it.")
    PROPOSES,
    @Description("It comments on it.")
    COMMENTS_ON,
    @Description("It argues from it.")
    ARGUES_FROM,
    @Description("It announces it.")
    ANNOUNCES,
    @Description("It welcomes it.")
    WELCOMES
}
