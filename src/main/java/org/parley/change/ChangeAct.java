package org.parley.change;

import org.eclipse.microprofile.graphql.Description;

/** What was done to a record. */
@Description("What was done to a record.")
public enum ChangeAct {
    @Description("It came into the record.")
    RECORDED,
    @Description("Some of what it says was changed.")
    AMENDED,
    @Description("It was taken out of the record; its history stays.")
    RETRACTED,
    @Description("A source's word was added.")
    ATTESTED,
    @Description("It was chosen which of the values that sources give is shown.")
    RESOLVED
}
