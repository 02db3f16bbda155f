package org.parley.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.entry.check.DateCheck;
import org.parley.record.Kind;
import org.parley.source.Locator;
import org.parley.source.SourceKind;
import org.parley.time.Edtf;

/** Checks whether the records that refer to an amended one still may: by their locators, their wordings and their dates. */
final class ReferrerCheck {

    private static final List<String> COUNTS = List.of("paragraphs", "footnotes");

    private final ReferrerQueries queries;
    private final MutationCommand command;
    private final Consumer<InputFault> faults;

    ReferrerCheck(ReferrerQueries queries, MutationCommand command, Consumer<InputFault> faults) {
        this.queries = queries;
        this.command = command;
        this.faults = faults;
    }

    void check(ObjectNode before, ObjectNode after) {
        if (command.kind() == Kind.SOURCE) {
            SourceKind.of(after.path("kind").asText()).ifPresent(kind -> {
                checkLocators(before, after, kind);
                checkWordings(before, kind);
            });
            checkDate("published", before, after, "is an edition of this source, but was published");
        } else if (command.kind() == Kind.AGREEMENT) {
            checkDate("date", before, after, "has a link to this agreement, but is");
        }
    }

    /** Rejects a number of paragraphs or footnotes, or a kind, that excludes a locator of an attestation. */
    private void checkLocators(ObjectNode before, ObjectNode after, SourceKind kind) {
        boolean changed = !before.path("kind").asText().equals(kind.name())
                || COUNTS.stream().anyMatch(count -> after.path(count).asInt() < before.path(count).asInt());
        if (changed) {
            for (Object[] row : queries.invalidLocators(command.slug(), after.path(COUNTS.get(0)).asInt(),
                    after.path(COUNTS.get(1)).asInt(), kind.name())) {
                String locator = (String) row[2];
                boolean ofKind = Locator.isIn(kind, locator);
                report(ofKind ? locator.split(" ")[0] + "s" : "kind",
                        "the " + row[0] + " '" + row[1] + "' is attested at " + locator + "; amend that record first, or send "
                                + (ofKind ? "a number at least that high" : "a kind of source that has such locators"));
            }
        }
    }

    /** Rejects another kind for the only official document that attests the wording of a provision. */
    private void checkWordings(ObjectNode before, SourceKind kind) {
        if (kind != SourceKind.OFFICIAL_DOCUMENT && before.path("kind").asText().equals(SourceKind.OFFICIAL_DOCUMENT.name())) {
            queries.unattestedWordings(command.slug(), kind.name()).forEach(row -> report("kind", "the agreement '" + row[0]
                    + "' quotes this source in provision " + row[1] + "; amend that agreement first, or keep OFFICIAL_DOCUMENT"));
        }
    }

    /** Rejects a date that is certainly later than that of a record whose reference must lead to an earlier one. */
    private void checkDate(String field, ObjectNode before, ObjectNode after, String reference) {
        if (!after.path(field).equals(before.path(field))) {
            Optional.ofNullable(DateCheck.edtf(after.path(field))).map(Edtf::earliest)
                    .ifPresent(earliest -> queries.earlierReferrers(command.kind(), command.slug(), earliest)
                            .forEach(slug -> report(field, "the " + command.kind().word() + " '" + slug + "' " + reference
                                    + " earlier; amend that record first, or send an earlier date")));
        }
    }

    private void report(String field, String message) {
        faults.accept(new InputFault("input." + field, message));
    }
}
