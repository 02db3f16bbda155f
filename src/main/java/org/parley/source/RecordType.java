package org.parley.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;

@Description("The kinds of record.")
public enum RecordType {
    @Description("A state, person, ministry, body ...")
    ACTOR("Actor"),
    @Description("A meeting, call or visit.")
    MEETING("Meeting"),
    @Description("An act of saying.")
    STATEMENT("Statement"),
    @Description("What was agreed, or put forward to be agreed.")
    AGREEMENT("Agreement"),
    @Description("Something that happened and was no meeting.")
    EVENT("Event"),
    @Description("What an actor holds on an issue at a date.")
    POSITION("Position"),
    @Description("A number that a source gives.")
    FIGURE("Figure"),
    @Description("A matter under negotiation.")
    ISSUE("Issue"),
    @Description("A mediation format with its own series of meetings.")
    TRACK("Track"),
    @Description("A document that vouches for records.")
    SOURCE("Source");

    private final String typeName;

    RecordType(String typeName) {
        this.typeName = typeName;
    }

    /** The GraphQL type of records of this kind. */
    public String typeName() {
        return typeName;
    }

    /** The table of records of this kind. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RecordType> ofTypeName(String name) {
        return Arrays.stream(values()).filter(type -> type.typeName.equals(name)).findFirst();
    }
}
