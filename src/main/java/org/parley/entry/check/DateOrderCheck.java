package org.parley.entry.check;

import java.util.function.Consumer;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;

/**
 * Finds editions of sources that were published later, and links to later agreements. An annex is no later than what it is annexed to, so
 * its link may have any order. {@link org.parley.entry.DateOrderSql} finds the same in the database.
 */
final class DateOrderCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        KnownSlugs slugs = new KnownSlugs(files);
        files.entries(Kind.SOURCE).forEach(source -> source.at("editionOf")
                .forEach(reference -> check(reference, slugs.entry(Kind.SOURCE, reference.node().asText()), "published", faults)));
        files.entries(Kind.AGREEMENT)
                .forEach(agreement -> agreement.at("links/*").stream().filter(link -> !"ANNEXED_TO".equals(link.text("relation")))
                        .flatMap(link -> link.at("agreement").stream())
                        .forEach(reference -> check(reference, slugs.entry(Kind.AGREEMENT, reference.node().asText()), "date", faults)));
    }

    private static void check(EntryPath reference, Entry other, String date, Consumer<Fault> faults) {
        if (other != null
                && DateCheck.isBefore(DateCheck.edtf(reference.entry().node().path(date)), DateCheck.edtf(other.node().path(date)))) {
            String later = other.kind() == Kind.SOURCE ? "' was published later than this one; put `editionOf` on"
                    : "' is later than this one; put the link on";
            faults.accept(
                    reference.fault("the " + other.kind().word() + " '" + other.slug() + later + " the later one, or correct a date"));
        }
    }
}
