package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;

@Description("In what form it was said.")
public enum StatementForm {
    @Description("A statement in writing.")
    WRITTEN_STATEMENT,
    @Description("Spoken remarks.")
    REMARKS,
    @Description("A letter.")
    LETTER,
    @Description("An interview.")
    INTERVIEW,
    @Description("An article or book.")
    ARTICLE,
    @Description("A commentary on what another said.")
    COMMENTARY,
    @Description("A charge that is not proven.")
    ALLEGATION,
    @Description("An appeal for help or action.")
    APPEAL,
    @Description("A demand.")
    DEMAND,
    @Description("An offer.")
    OFFER,
    @Description("An instruction.")
    INSTRUCTION,
    @Description("A debate.")
    DEBATE,
    @Description("A report.")
    REPORT,
    @Description("Anything else.")
    OTHER
}
