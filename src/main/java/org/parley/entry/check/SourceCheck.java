package org.parley.entry.check;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;
import org.parley.record.WebAddress;
import org.parley.time.Edtf;

/**
 * Finds licenses that are invalid addresses, and copies that were made at an impossible time. LinkPatternCheck checks the rest of a source.
 */
final class SourceCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        files.entries().filter(entry -> entry.kind() == Kind.SOURCE).forEach(source -> {
            source.at("license").stream().filter(license -> license.node().asText().matches("(?is)[a-z]+://.*"))
                    .forEach(license -> WebAddress.fault(license.node().asText()).ifPresent(fault -> faults.accept(license.fault(fault))));
            source.at("archivedAt").forEach(time -> checkTime(time, DateCheck.edtf(source.node().path("published")), faults));
        });
    }

    /** A document may have been published while it was still the day before in UTC. */
    private static void checkTime(EntryPath time, Edtf published, Consumer<Fault> faults) {
        try {
            Instant archived = Instant.parse(time.node().asText());
            if (published != null && published.earliest() != null
                    && archived.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1).isBefore(published.earliest())) {
                faults.accept(time.fault("is before " + published.earliest() + ", when the document was published; correct one of them"));
            }
        } catch (DateTimeParseException e) {
            if (time.node().asText().matches("[0-9T:Z-]{20}")) {
                faults.accept(
                        time.fault("'" + time.node().asText() + "' is not a time; write a day of the calendar and a time up to 23:59:59"));
            }
        }
    }
}
