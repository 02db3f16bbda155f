package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

@Description("How far a provision was carried out.")
public enum ImplementationStatus {
    @Description("Nothing had been done.")
    NOT_BEGUN,
    @Description("The parties had begun.")
    BEGUN,
    @Description("A part had been done.")
    PARTLY_DONE,
    @Description("All had been done.")
    DONE,
    @Description("What had been done was undone.")
    REVERSED,
    @Description("The parties disagreed on whether it had been done.")
    DISPUTED
}
