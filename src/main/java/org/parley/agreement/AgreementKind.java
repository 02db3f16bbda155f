package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of agreement it is.")
public enum AgreementKind {
    @Description("A ceasefire.")
    CEASEFIRE,
    @Description("A joint statement.")
    JOINT_STATEMENT,
    @Description("A declaration.")
    DECLARATION,
    @Description("What the parties agreed on without calling it a statement, a declaration or a treaty; signed or not.")
    UNDERSTANDING,
    @Description("Rules on how a body works.")
    PROCEDURE,
    @Description("An exchange.")
    EXCHANGE,
    @Description("A treaty.")
    TREATY,
    @Description("An arrangement to watch over another agreement.")
    MONITORING,
    @Description("Terms put forward.")
    PROPOSAL,
    @Description("Several agreements spoken of as one.")
    COLLECTION
}
