package org.parley.entry.check;

import java.util.List;
import java.util.function.Consumer;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;

/** Finds provisions with a wording that no official document attests, and steps that cannot follow each other. */
final class ProvisionCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        KnownSlugs slugs = new KnownSlugs(files);
        files.entries(Kind.AGREEMENT).forEach(agreement -> agreement.at("provisions/*").forEach(provision -> {
            provision.at("text").stream().filter(text -> !isOfDocument(provision, slugs)).forEach(text -> faults.accept(text.fault(
                    "no official document attests this wording; attest the provision by a source of the kind OFFICIAL_DOCUMENT, or leave"
                            + " out the text and write a summary in your own words")));
            StepOrder order = new StepOrder(DateCheck.edtf(agreement.node().path("date")), faults);
            provision.at("steps/*").forEach(order::check);
        }));
    }

    private static boolean isOfDocument(EntryPath provision, KnownSlugs slugs) {
        List<Entry> sources = provision.at("attestations/*/source").stream().map(source -> slugs.entry(Kind.SOURCE, source.node().asText()))
                .toList();
        return sources.isEmpty()
                || sources.stream().anyMatch(source -> source == null || source.node().path("kind").asText().equals("OFFICIAL_DOCUMENT"));
    }
}
