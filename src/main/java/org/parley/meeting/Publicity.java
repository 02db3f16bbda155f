package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether the public knew of a meeting at the time.")
public enum Publicity {
    @Description("It was known or held in public.")
    PUBLIC,
    @Description("It was kept secret, or was a back channel.")
    CONFIDENTIAL,
    @Description("The sources do not say.")
    UNSPECIFIED
}
