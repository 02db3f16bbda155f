package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;

@Description("How a statement refers to another record.")
public enum ReferenceRelation {
    @Description("It proposes that this take place.")
    PROPOSES,
    @Description("It gives an opinion about it.")
    COMMENTS_ON,
    @Description("It uses it as an argument.")
    ARGUES_FROM,
    @Description("It makes known that this will take place.")
    ANNOUNCES,
    @Description("It expresses approval of it.")
    WELCOMES
}
