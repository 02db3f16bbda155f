package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;

@Description("The form of an agreement.")
public enum AgreementKind {
    @Description("An end to fighting, temporary or permanent.")
    CEASEFIRE,
    @Description("A statement that the parties issue together.")
    JOINT_STATEMENT,
    @Description("A solemn statement of intent or principle.")
    DECLARATION,
    @Description("What the parties agreed without calling it a statement, a declaration or a treaty; signed or not.")
    UNDERSTANDING,
    @Description("Rules on how a body works.")
    PROCEDURE,
    @Description("A trade of people or things, such as prisoners for maps.")
    EXCHANGE,
    @Description("A binding agreement between states.")
    TREATY,
    @Description("An arrangement to monitor another agreement.")
    MONITORING,
    @Description("Terms offered for agreement.")
    PROPOSAL,
    @Description("Several agreements that the sources treat as one.")
    COLLECTION,
    @Description("Principles or an outline of topics, to be filled in by later agreements.")
    FRAMEWORK,
    @Description("A comprehensive settlement of a conflict.")
    PEACE_ACCORD,
    @Description("An agreement that adds to another one, usually on how to apply it.")
    PROTOCOL,
    @Description("A part of another agreement that is a document of its own.")
    ANNEX,
    @Description("A memorandum of understanding or another record of what was agreed, usually not binding.")
    MEMORANDUM,
    @Description("A sequence of steps with dates or conditions.")
    ROADMAP,
    @Description("A decision of a body that meets, such as the United Nations Security Council.")
    RESOLUTION
}
