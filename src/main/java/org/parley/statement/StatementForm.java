package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;

@Description("How something was said or published.")
public enum StatementForm {
    @Description("A text issued by the speaker.")
    WRITTEN_STATEMENT,
    @Description("Spoken, for instance to the press.")
    REMARKS,
    @Description("A text sent to someone.")
    LETTER,
    @Description("Answers to a journalist.")
    INTERVIEW,
    @Description("An article or book.")
    ARTICLE,
    @Description("A comment on what someone else said.")
    COMMENTARY,
    @Description("An accusation that is not proven.")
    ALLEGATION,
    @Description("A call for help or action.")
    APPEAL,
    @Description("A call that something be done, as of right.")
    DEMAND,
    @Description("A proposal to do or give something.")
    OFFER,
    @Description("An order to a subordinate.")
    INSTRUCTION,
    @Description("A discussion in a parliament or before an audience.")
    DEBATE,
    @Description("An account of findings or events.")
    REPORT,
    @Description("Anything else.")
    OTHER
}
