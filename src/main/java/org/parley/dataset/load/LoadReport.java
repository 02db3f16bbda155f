package org.parley.dataset.load;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.parley.record.Kind;

/** The numbers of records that a load changed, by kind. */
public final class LoadReport {

    private static final String ROW = "%-12s %9s %9s %9s %9s%n";

    public record Tally(int inserted, int updated, int unchanged, int removed) {

        private Tally plus(Tally other) {
            return new Tally(inserted + other.inserted, updated + other.updated, unchanged + other.unchanged, removed + other.removed);
        }

        @Override
        public String toString() {
            return inserted + " inserted, " + updated + " updated, " + unchanged + " unchanged, " + removed + " removed";
        }
    }

    private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);

    void put(Kind kind, int inserted, int updated, int unchanged, int removed) {
        tallies.put(kind, new Tally(inserted, updated, unchanged, removed));
    }

    public Tally of(Kind kind) {
        return tallies.get(kind);
    }

    public Tally total() {
        return tallies.values().stream().reduce(new Tally(0, 0, 0, 0), Tally::plus);
    }

    public boolean changed() {
        Tally total = total();
        return total.inserted + total.updated + total.removed > 0;
    }

    /** Returns a table for the console. */
    public String table() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, ROW, "", "inserted", "updated", "unchanged", "removed"));
        tallies.forEach((kind, tally) -> table.append(row(kind.folder(), tally)));
        return table.append(row("total", total())).toString();
    }

    private static String row(String name, Tally tally) {
        return String.format(Locale.ROOT, ROW, name, tally.inserted, tally.updated, tally.unchanged, tally.removed);
    }

    /** Returns one line for the log. */
    @Override
    public String toString() {
        return total().toString();
    }
}
