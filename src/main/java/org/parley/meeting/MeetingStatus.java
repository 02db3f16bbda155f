package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("How far a meeting got.")
public enum MeetingStatus {
    @Description("It took place.")
    HELD,
    @Description("It has begun and not ended.")
    ONGOING,
    @Description("A party or the host has said that it will take place.")
    ANNOUNCED,
    @Description("Someone suggested it.")
    PROPOSED,
    @Description("A party asked for it.")
    REQUESTED,
    @Description("Someone who was asked refused.")
    DECLINED,
    @Description("It was called off.")
    CANCELLED
}
