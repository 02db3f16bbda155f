package org.parley.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.record.Kind;

/** Files of entries to check, with valid entries that they may refer to. */
public final class EntryFiles {

    private final List<EntryFile> files;
    private final List<EntryFile> known;
    private final Set<Kind> incomplete;

    private EntryFiles(Collection<EntryFile> files, Collection<EntryFile> known, Set<Kind> incomplete) {
        this.files = List.copyOf(files);
        this.known = List.copyOf(known);
        this.incomplete = incomplete;
    }

    public static EntryFiles of(Collection<EntryFile> files) {
        return new EntryFiles(files, List.of(), Set.of());
    }

    /**
     * Creates the files of a data set.
     *
     * @param incomplete kinds of which at least one file could not be read
     */
    public static EntryFiles of(Collection<EntryFile> files, Collection<Kind> incomplete) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(incomplete);
        return new EntryFiles(files, List.of(), kinds);
    }

    /** Returns these files and one more. */
    public EntryFiles with(EntryFile file) {
        List<EntryFile> all = new ArrayList<>(files);
        all.add(file);
        return of(all);
    }

    /** Returns these files with valid entries that they may refer to. The valid entries are not checked. */
    public EntryFiles withKnown(Collection<EntryFile> known) {
        return new EntryFiles(files, known, Set.of());
    }

    public List<EntryFile> files() {
        return files;
    }

    public Stream<Entry> entries() {
        return files.stream().flatMap(file -> file.entries().stream());
    }

    public Stream<Entry> entries(Kind kind) {
        return files.stream().filter(file -> file.kind() == kind).flatMap(file -> file.entries().stream());
    }

    /** Returns the valid entries that these files may refer to. */
    public Stream<Entry> knownEntries() {
        return known.stream().flatMap(file -> file.entries().stream());
    }

    /** Returns the entries of a kind, starting with the valid ones. */
    public Stream<Entry> allEntries(Kind kind) {
        return Stream.concat(known.stream(), files.stream()).filter(file -> file.kind() == kind).flatMap(file -> file.entries().stream());
    }

    /** Whether a file of this kind could not be read, so that it may hold a record that seems to be missing. */
    public boolean isIncomplete(Kind kind) {
        return incomplete.contains(kind);
    }
}
