package org.parley.entry;

import org.parley.record.Kind;

/** Maps values of parsed entries to their position in the original input. */
public interface FaultLocator {

    /**
     * Returns the line of a key or element, or 0 if the input has no lines.
     *
     * @param pointer JSON pointer from the list of entries: `/0/title`
     */
    int line(String pointer);

    /** Returns a position for a message: `at seeds/meetings/2023.yaml:12`. */
    default String position(EntryPath location) {
        return "at " + location.entry().file().name() + ":" + line("/" + location.entry().index() + location.pointer());
    }

    /** Returns what to do if a referenced record of this kind does not exist. */
    default String missingRecordHint(Kind missing) {
        return "add it to the folder " + missing.folder();
    }

    /** Returns how to write a text without a final line break; empty if the input format adds none. */
    default String finalLineBreakHint() {
        return "";
    }

    /** Returns the label of a value in messages: `talks.participations[0].office`. */
    default String label(EntryPath location) {
        String slug = location.entry().slug();
        String record = slug == null ? "[" + location.entry().index() + "]" : slug;
        return record + toLabel(location.pointer());
    }

    /** Converts a JSON pointer: `/participations/0/office` becomes `.participations[0].office`. */
    static String toLabel(String pointer) {
        return pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.').replace("~1", "/").replace("~0", "~");
    }
}
