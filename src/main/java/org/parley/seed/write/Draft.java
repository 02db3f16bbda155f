package org.parley.seed.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.PositionSeed;
import org.parley.seed.entry.Seed;
import org.parley.seed.entry.SeedDigests;
import org.parley.seed.read.SeedKind;

/** What is to be written in one revision: entries as they are to be from now on, and the slugs of records that are to go. */
public final class Draft {

    private final boolean ofFiles;
    private boolean detailRows = true;
    private final SeedDigests digests;
    private boolean first;
    private final Map<SeedKind, List<Seed>> written = new EnumMap<>(SeedKind.class);
    private final Map<SeedKind, List<String>> removed = new EnumMap<>(SeedKind.class);

    private Draft(boolean ofFiles, SeedDigests digests) {
        this.ofFiles = ofFiles;
        this.digests = digests;
        for (SeedKind kind : SeedKind.values()) {
            written.put(kind, new ArrayList<>());
            removed.put(kind, new ArrayList<>());
        }
    }

    /** An empty one, of entries that files hold: the records belong to their files from then on. */
    static Draft ofFiles(SeedDigests digests) {
        return new Draft(true, digests);
    }

    /** An editor's: that entry of the data set, a statement with its points. */
    public static Draft of(DataSet data, SeedKind kind, String slug) {
        Draft draft = new Draft(false, new SeedDigests());
        data.of(kind).stream().filter(seed -> seed.slug().equals(slug)).forEach(seed -> draft.write(kind, seed));
        if (kind == SeedKind.STATEMENT) {
            data.of(SeedKind.POSITION).stream().filter(seed -> slug.equals(((PositionSeed) seed).statement()))
                    .forEach(seed -> draft.write(SeedKind.POSITION, seed));
        }
        return draft;
    }

    /** An editor's: that record is to go. */
    public static Draft without(SeedKind kind, String slug) {
        Draft draft = new Draft(false, new SeedDigests());
        draft.remove(kind, slug);
        return draft;
    }

    /** The same draft, for entries whose lists and `happening` did not change: the rows that depend on the records are not rewritten. */
    public Draft withoutDetailRows() {
        detailRows = false;
        return this;
    }

    void write(SeedKind kind, Seed seed) {
        written.get(kind).add(seed);
    }

    void remove(SeedKind kind, String slug) {
        removed.get(kind).add(slug);
    }

    boolean isOfFiles() {
        return ofFiles;
    }

    /** The same, into a database that has no records: there are none to look up. */
    Draft first() {
        first = true;
        return this;
    }

    boolean isFirst() {
        return first;
    }

    String digest(Seed seed) {
        return digests.of(seed);
    }

    boolean hasDetailRows() {
        return detailRows;
    }

    Map<SeedKind, List<Seed>> written() {
        return written;
    }

    Map<SeedKind, List<String>> removed() {
        return removed;
    }
}
