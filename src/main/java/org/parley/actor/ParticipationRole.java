package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

@Description("An actor's part in a meeting. Host, mediator, venue and convener are four things.")
public enum ParticipationRole {
    @Description("Receives those who meet.")
    HOST,
    @Description("Helps the parties to reach agreement.")
    MEDIATOR,
    @Description("Brings the parties together, no more.")
    FACILITATOR,
    @Description("Leads the body that meets, with others.")
    CO_CHAIR,
    @Description("Calls the meeting, or puts it forward.")
    CONVENER,
    @Description("Negotiates as a side.")
    PARTY,
    @Description("Takes part.")
    PARTICIPANT,
    @Description("Answers for what is agreed.")
    GUARANTOR,
    @Description("Attests what is agreed.")
    WITNESS,
    @Description("Attends without a part in it.")
    OBSERVER,
    @Description("Was asked to come.")
    INVITED
}
