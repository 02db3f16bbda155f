package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

@Description("How far it has come, as far as the sources know.")
public enum AgreementStatus {
    @Description("A draft.")
    DRAFT,
    @Description("Proposed.")
    PROPOSED,
    @Description("Agreed.")
    AGREED,
    @Description("Signed.")
    SIGNED,
    @Description("Ratified.")
    RATIFIED,
    @Description("Carried out.")
    CARRIED_OUT,
    @Description("Being negotiated or carried out.")
    IN_PROGRESS,
    @Description("Broken.")
    BROKEN,
    @Description("Its meaning or its keeping is disputed.")
    DISPUTED,
    @Description("Not known.")
    UNKNOWN
}
