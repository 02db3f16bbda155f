package org.parley.entry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;
import org.parley.time.Edtf;

/**
 * Finds provisions with a wording that no official document attests, and steps that cannot be: before the agreement was made, or not begun
 * after a step that was.
 */
final class ProvisionCheck implements Check {

    private static final String NOT_BEGUN = "NOT_BEGUN";
    private static final Set<String> BEGUN = Set.of("BEGUN", "PARTLY_DONE", "DONE");

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        KnownSlugs slugs = new KnownSlugs(files);
        files.entries(Kind.AGREEMENT).forEach(agreement -> agreement.at("provisions/*").forEach(provision -> {
            provision.at("text").stream().filter(text -> !isOfDocument(provision, slugs)).forEach(text -> faults.accept(text.fault(
                    "no official document attests this wording; attest the provision by a source of the kind OFFICIAL_DOCUMENT, or leave"
                            + " out the text and write a summary in your own words")));
            checkSteps(agreement.node().path("date"), provision.at("steps/*"), faults);
        }));
    }

    private static boolean isOfDocument(EntryPath provision, KnownSlugs slugs) {
        List<Entry> sources = provision.at("attestations/*/source").stream().map(source -> slugs.entry(Kind.SOURCE, source.node().asText()))
                .toList();
        return sources.isEmpty()
                || sources.stream().anyMatch(source -> source == null || source.node().path("kind").asText().equals("OFFICIAL_DOCUMENT"));
    }

    private static void checkSteps(JsonNode made, List<EntryPath> steps, Consumer<Fault> faults) {
        for (int i = 0; i < steps.size(); i++) {
            EntryPath step = steps.get(i);
            if (isBefore(step.node().path("date"), made)) {
                step.at("date").forEach(date -> faults
                        .accept(date.fault("is before the agreement was made; correct the date of the step or of the agreement")));
            }
            for (EntryPath earlier : steps.subList(0, i)) {
                if (isBefore(step.node().path("date"), earlier.node().path("date"))) {
                    step.at("date").forEach(date -> faults
                            .accept(date.fault("is before the step " + earlier.position() + "; list the steps oldest first")));
                }
            }
            checkStatus(step, steps.subList(0, i), faults);
        }
    }

    /** A provision that was begun stays so, unless that was reversed or is disputed. */
    private static void checkStatus(EntryPath step, List<EntryPath> earlier, Consumer<Fault> faults) {
        if (!earlier.isEmpty() && NOT_BEGUN.equals(step.text("status"))) {
            EntryPath before = earlier.get(earlier.size() - 1);
            if (BEGUN.contains(String.valueOf(before.text("status")))) {
                step.at("status").forEach(status -> faults.accept(status.fault("NOT_BEGUN cannot follow " + before.text("status") + " "
                        + before.position() + "; write REVERSED if it was undone, or correct one of the steps")));
            }
        }
    }

    /** Whether a date is before another one however both are read. */
    private static boolean isBefore(JsonNode date, JsonNode other) {
        Edtf one = DateCheck.edtf(date);
        Edtf two = DateCheck.edtf(other);
        return one != null && two != null && one.latest() != null && two.earliest() != null && one.latest().isBefore(two.earliest());
    }
}
