package org.parley.source;

import org.eclipse.microprofile.graphql.Description;

@Description("Who is talking where the source says it.")
public enum Voice {
    @Description("The source states it as a fact.")
    DOCUMENT_FACT,
    @Description("It is the judgement of the source's author.")
    AUTHOR_OPINION,
    @Description("The source reports that an actor said it.")
    QUOTED_ACTOR,
    @Description("The source tells it at second hand.")
    HEARSAY
}
