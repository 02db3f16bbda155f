package org.parley.entry.check;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.time.Edtf;

/** Checks the steps of one provision in their order: none begins before the agreement or the step before it, and none goes back. */
final class StepOrder {

    private static final String REVERSED = "REVERSED";
    /** The statuses in the order in which a provision reaches them. A dispute changes nothing. */
    private static final List<String> PROGRESS = List.of("NOT_BEGUN", "BEGUN", "PARTLY_DONE", "DONE");

    private final Edtf made;
    private final Consumer<Fault> faults;
    /** The last step with a first possible day; null if there is none. */
    private EntryPath dated;
    /** The step that got furthest since the last reversal; null if there is none. */
    private EntryPath furthest;
    private boolean begun;

    /** @param made the date of the agreement, or null */
    StepOrder(Edtf made, Consumer<Fault> faults) {
        this.made = made;
        this.faults = faults;
    }

    void check(EntryPath step) {
        Edtf date = date(step);
        if (date != null) {
            checkDate(step, date);
        }
        checkStatus(step);
    }

    private void checkDate(EntryPath step, Edtf date) {
        LocalDate first = date.earliest() == null ? date.latest() : date.earliest();
        if (DateCheck.isBefore(date, made)) {
            report(step, "date", "is before the agreement was made; correct the date of the step or of the agreement");
        }
        if (first != null && dated != null && first.isBefore(date(dated).earliest())) {
            report(step, "date",
                    "begins before the step " + dated.position() + "; list the steps oldest first, or narrow one of the dates");
        }
        if (date.earliest() != null) {
            dated = step;
        }
    }

    private void checkStatus(EntryPath step) {
        String status = String.valueOf(step.text("status"));
        int reached = PROGRESS.indexOf(status);
        if (status.equals(REVERSED)) {
            if (!begun) {
                report(step, "status",
                        "REVERSED needs an earlier step with the status BEGUN, PARTLY_DONE or DONE; add that step, or correct"
                                + " this one");
            }
            furthest = null;
        } else if (reached >= 0 && furthest != null && reached < PROGRESS.indexOf(furthest.text("status"))) {
            report(step, "status", status + " cannot follow " + furthest.text("status") + " " + furthest.position()
                    + "; write REVERSED if it was undone, or correct one of the steps");
        } else if (reached >= 0) {
            furthest = step;
            begun |= reached > 0;
        }
    }

    private static Edtf date(EntryPath step) {
        return DateCheck.edtf(step.node().path("date"));
    }

    private void report(EntryPath step, String field, String message) {
        step.at(field).forEach(location -> faults.accept(location.fault(message)));
    }
}
