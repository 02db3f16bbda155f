package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

@Description("How far an agreement got.")
public enum AgreementStatus {
    @Description("A text still being written.")
    DRAFT,
    @Description("Offered, not yet accepted.")
    PROPOSED,
    @Description("Accepted by the parties.")
    AGREED,
    @Description("Signed by the parties.")
    SIGNED,
    @Description("Formally confirmed after signing.")
    RATIFIED,
    @Description("Binding on the parties.")
    IN_FORCE,
    @Description("The parties have done what it provides.")
    CARRIED_OUT,
    @Description("Being negotiated or carried out.")
    IN_PROGRESS,
    @Description("A party has violated it.")
    BROKEN,
    @Description("The parties disagree on its meaning, or on who keeps it.")
    DISPUTED,
    @Description("A party that was to accept, sign or ratify it refused.")
    REJECTED,
    @Description("A later agreement replaced it.")
    SUPERSEDED,
    @Description("A party left it, or those who proposed it took it back.")
    WITHDRAWN,
    @Description("Its term ended, and nobody renewed it.")
    EXPIRED,
    @Description("The sources do not say.")
    UNKNOWN
}
