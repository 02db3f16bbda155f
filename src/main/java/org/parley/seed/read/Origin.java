package org.parley.seed.read;

/** How the pieces of a file's records are found again in what a person wrote. */
public interface Origin {

    /** The line of the key or element to which that pointer leads from the list of records: /0/title. */
    int line(String pointer);

    /** Where a reader finds it: 'at seeds/meetings/2023.yaml:12'. */
    default String place(Spot spot) {
        return "at " + spot.entry().file().name() + ":" + line("/" + spot.entry().index() + spot.pointer());
    }

    /** What to do where a record of that kind is missing. */
    default String remedy(SeedKind missing) {
        return "add it to the folder " + missing.folder();
    }

    /** How to write a text without a line break at its end, where that needs to be said. */
    default String finalBreakRemedy() {
        return "";
    }

    /** What that piece is called there: 'talks.participations[0].office'. */
    default String words(Spot spot) {
        String slug = spot.entry().slug();
        String record = slug == null ? "[" + spot.entry().index() + "]" : slug;
        return record + words(spot.pointer());
    }

    /** Names and places in a list as a reader writes them: '/participations/0/office' is '.participations[0].office'. */
    static String words(String pointer) {
        return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.').replace("~1", "/").replace("~0", "~");
    }
}
