package org.parley.source;

import org.eclipse.microprofile.graphql.Description;

@Description("Whose word an attestation is.")
public enum Voice {
    @Description("The source states it as fact.")
    DOCUMENT_FACT,
    @Description("The source's author thinks so.")
    AUTHOR_OPINION,
    @Description("The source reports that an actor said so.")
    QUOTED_ACTOR,
    @Description("The source reports it at second hand.")
    HEARSAY
}
