package org.parley.seed.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of record in a data set, each with its folder; in an order in which every kind refers to earlier ones only. */
public enum SeedKind {
    ACTOR("actors"),
    PLACE("places"),
    ISSUE("issues"),
    TRACK("tracks"),
    SOURCE("sources"),
    MEETING("meetings"),
    STATEMENT("statements"),
    POSITION("positions"),
    AGREEMENT("agreements"),
    EVENT("events"),
    FIGURE("figures");

    private final String folder;

    SeedKind(String folder) {
        this.folder = folder;
    }

    public String folder() {
        return folder;
    }

    /** The word for one of it: 'meeting'. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that a folder of a wrong name was probably meant for: 'Meetings', 'meeting'. */
    static Optional<SeedKind> meant(String folder) {
        String name = folder.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> name.equals(kind.folder) || name.equals(kind.word())).findFirst();
    }

    static Optional<SeedKind> ofFolder(String folder) {
        return Arrays.stream(values()).filter(kind -> kind.folder.equals(folder)).findFirst();
    }
}
