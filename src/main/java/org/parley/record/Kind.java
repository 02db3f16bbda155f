package org.parley.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The kinds of record, in an order in which every kind refers to earlier ones, to itself, or to any kind in a table of its own. */
@Enum("RecordType")
@Description("A kind of record.")
public enum Kind {
    @Description("A state, person, ministry, body ...")
    ACTOR("actors"),
    @Description("A location of meetings and events.")
    PLACE("places"),
    @Description("A matter under negotiation.")
    ISSUE("issues"),
    @Description("A mediation format with its own series of meetings.")
    TRACK("tracks"),
    @Description("A document that attests records.")
    SOURCE("sources"),
    @Description("A meeting, call or visit.")
    MEETING("meetings"),
    @Description("An act of saying.")
    STATEMENT("statements"),
    @Description("What an actor holds on an issue at a date.")
    POSITION("positions"),
    @Description("An agreement, draft or proposal.")
    AGREEMENT("agreements"),
    @Description("An event that was not a meeting.")
    EVENT("events"),
    @Description("A number given by a source.")
    FIGURE("figures");

    private final String folder;

    Kind(String folder) {
        this.folder = folder;
    }

    /** The folder of its files in a data set. */
    public String folder() {
        return folder;
    }

    /** The word for one of it, which is also its table: 'meeting'. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The GraphQL type of its records, which is also their entity: 'Meeting'. */
    public String typeName() {
        return name().charAt(0) + word().substring(1);
    }

    /** Whether a kind has that name. */
    public static boolean isKnown(String name) {
        return Arrays.stream(values()).anyMatch(kind -> kind.name().equals(name));
    }

    public static Optional<Kind> ofTypeName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.typeName().equals(name)).findFirst();
    }

    public static Optional<Kind> ofFolder(String folder) {
        return Arrays.stream(values()).filter(kind -> kind.folder.equals(folder)).findFirst();
    }

    /** The kind that a folder of a wrong name was probably meant for: 'Meetings', 'meeting'. */
    public static Optional<Kind> resembling(String folder) {
        String name = folder.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> name.equals(kind.folder) || name.equals(kind.word())).findFirst();
    }
}
