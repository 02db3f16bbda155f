package org.parley.entry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;
import org.parley.time.Edtf;

/**
 * Finds terms of one office that the same holder cannot have had one after the other, and offices of one title in several states or bodies.
 * Holders are not compared with one another, since a collective office has several at a time.
 */
public final class TermCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        files.entries().filter(entry -> entry.kind() == Kind.ACTOR).forEach(actor -> {
            List<EntryPath> offices = actor.at("offices/*");
            for (int i = 1; i < offices.size(); i++) {
                EntryPath office = offices.get(i);
                offices.subList(0, i).stream().filter(earlier -> isSameTitle(earlier, office)).map(earlier -> message(earlier, office))
                        .filter(message -> message != null).findFirst().ifPresent(message -> faults.accept(office.fault(message)));
            }
        });
    }

    private static boolean isSameTitle(EntryPath one, EntryPath other) {
        return one.text("title") != null && one.text("title").equals(other.text("title"));
    }

    /** Returns the fault of the later of two offices with the same title, or null. */
    private static String message(EntryPath earlier, EntryPath later) {
        String office = "'" + later.text("title") + "' of '" + earlier.text("of") + "' " + earlier.position();
        if (earlier.text("of") != null && later.text("of") != null && !earlier.text("of").equals(later.text("of"))) {
            return "has the same title as the office " + office + "; write titles that tell the offices apart";
        }
        return overlap(earlier.node(), later.node()) ? "overlaps the term of the office " + office
                + "; write 'from' and 'to' so that one term ends before the other begins, or merge them into one" : null;
    }

    /**
     * Whether two terms cannot follow each other, whatever days their dates mean. A missing date is unknown. One day may end a term and
     * begin the next.
     */
    public static boolean overlap(JsonNode one, JsonNode other) {
        boolean equal = one.path("from").equals(other.path("from")) && one.path("to").equals(other.path("to"));
        return equal || !mayPrecede(one, other) && !mayPrecede(other, one);
    }

    private static boolean mayPrecede(JsonNode one, JsonNode other) {
        Edtf from = DateCheck.edtf(one.path("from"));
        Edtf to = DateCheck.edtf(one.path("to"));
        Edtf nextFrom = DateCheck.edtf(other.path("from"));
        Edtf nextTo = DateCheck.edtf(other.path("to"));
        return (to != null || nextFrom != null) && !isAfter(to, nextFrom, true) && !isAfter(from, nextFrom, false)
                && !isAfter(to, nextTo, true) && !isAfter(from, nextTo, false);
    }

    /** Whether a date is certainly after another one, or, unless that is allowed, on the same day. */
    private static boolean isAfter(Edtf date, Edtf other, boolean mayBeSameDay) {
        LocalDate earliest = date == null ? null : date.earliest();
        LocalDate latest = other == null ? null : other.latest();
        return earliest != null && latest != null && (earliest.isAfter(latest) || !mayBeSameDay && earliest.equals(latest));
    }
}
