package org.parley.change;

import org.eclipse.microprofile.graphql.Description;

@Description("What a change did.")
public enum ChangeAct {
    @Description("A new record was added.")
    RECORDED,
    @Description("Fields of the record were changed.")
    AMENDED,
    @Description("The record was removed from all queries; its history remains.")
    RETRACTED,
    @Description("Attestations were added.")
    ATTESTED,
    @Description("One of the attested values was chosen to be shown.")
    RESOLVED
}
