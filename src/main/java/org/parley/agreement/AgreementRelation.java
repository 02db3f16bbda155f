package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

@Description("How an agreement relates to another one.")
public enum AgreementRelation {
    @Description("Changes the text of the other agreement.")
    AMENDS,
    @Description("Is an annex or protocol, and so a part, of the other agreement.")
    ANNEXED_TO,
    @Description("Sets out how the other agreement is carried out.")
    IMPLEMENTS,
    @Description("Takes the place of the other agreement.")
    SUPERSEDES,
    @Description("Puts what the other agreement provides, whose term ended or which was rejected or broken, into effect again.")
    RENEWS,
    @Description("Confirms the other agreement without changing it.")
    REAFFIRMS,
    @Description("Ends a party's commitment to the other agreement.")
    WITHDRAWS_FROM
}
