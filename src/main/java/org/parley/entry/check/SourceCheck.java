package org.parley.entry.check;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;
import org.parley.record.WebAddress;
import org.parley.time.Edtf;

/**
 * Finds licenses that are invalid addresses, copies at the address of the document, and impossible times of copies. LinkPatternCheck and
 * DateOrderCheck check the rest of a source.
 */
final class SourceCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        files.entries().filter(entry -> entry.kind() == Kind.SOURCE).forEach(source -> {
            source.at("license").stream().filter(license -> license.node().asText().matches("(?is)[a-z]+://.*"))
                    .forEach(license -> WebAddress.fault(license.node().asText()).ifPresent(fault -> faults.accept(license.fault(fault))));
            source.at("archivedUrl").stream().filter(copy -> copy.node().equals(source.node().get("url"))).forEach(copy -> faults
                    .accept(copy.fault("is the address of the document itself, 'url'; write the address of a copy, or leave it out")));
            source.at("archivedAt").forEach(time -> checkTime(time, DateCheck.edtf(source.node().path("published")), faults));
        });
    }

    /** Instant reads 24:00:00 and 23:59:60, too; they are other times in its own form. */
    private static void checkTime(EntryPath time, Edtf published, Consumer<Fault> faults) {
        String text = time.node().asText();
        Optional<Instant> archived = instant(text).filter(instant -> instant.toString().equals(text));
        if (archived.isEmpty() && text.matches("[0-9T:Z-]{20}")) {
            faults.accept(time.fault("'" + text + "' is not a time; write a day of the calendar and a time up to 23:59:59"));
        }
        archived.filter(instant -> isBefore(instant, published)).ifPresent(instant -> faults
                .accept(time.fault("is before " + published.earliest() + ", when the document was published; correct one of them")));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A document may have been published while it was still the day before in UTC. */
    private static boolean isBefore(Instant archived, Edtf published) {
        return published != null && published.earliest() != null
                && archived.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).isBefore(published.earliest());
    }
}
