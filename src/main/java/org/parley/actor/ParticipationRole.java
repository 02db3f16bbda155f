package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

@Description("An actor's role in a meeting or an agreement. Host, mediator, venue and convener are independent of one another.")
public enum ParticipationRole {
    @Description("Receives the participants. Need not mediate.")
    HOST,
    @Description("Helps the parties reach agreement. Need not host.")
    MEDIATOR,
    @Description("Brings the parties together, but does not mediate.")
    FACILITATOR,
    @Description("Leads the meeting body jointly with others.")
    CO_CHAIR,
    @Description("Calls or proposes the meeting.")
    CONVENER,
    @Description("Negotiates as a side; its consent counts.")
    PARTY,
    @Description("Takes part without being a side.")
    PARTICIPANT,
    @Description("Answers for what is agreed.")
    GUARANTOR,
    @Description("Attests what is agreed without being bound by it.")
    WITNESS,
    @Description("Attends without taking part.")
    OBSERVER,
    @Description("Was asked to attend.")
    INVITED,
    @Description("Supports the negotiations or the agreement without taking part.")
    SUPPORTER,
    @Description("Keeps the original document of an agreement and receives ratifications.")
    DEPOSITARY,
    @Description("Establishes whether the parties do what they agreed.")
    VERIFIER
}
