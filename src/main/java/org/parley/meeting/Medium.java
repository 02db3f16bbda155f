package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("How the participants of a meeting communicate.")
public enum Medium {
    @Description("Face to face.")
    IN_PERSON,
    @Description("By telephone.")
    PHONE,
    @Description("By video link.")
    VIDEO,
    @Description("By letters or messages.")
    WRITTEN,
    @Description("The sources do not say.")
    UNSPECIFIED
}
