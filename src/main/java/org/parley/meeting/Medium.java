package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("How those who meet are in touch.")
public enum Medium {
    @Description("In person.")
    IN_PERSON,
    @Description("By telephone.")
    PHONE,
    @Description("By video.")
    VIDEO,
    @Description("In writing.")
    WRITTEN,
    @Description("The sources do not say.")
    UNSPECIFIED
}
