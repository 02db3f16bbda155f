package org.parley.mutation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.parley.entry.DataSet;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks;
import org.parley.entry.write.RevisionDraft;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.source.Locator;
import org.parley.source.SourceKind;

/** Checks the entry of a mutation like that of a load, and whether other records still have what they refer to. */
final class DraftCheck {

    private static final List<String> COUNTS = List.of("paragraphs", "footnotes");

    private final ReferenceQueries queries;

    DraftCheck(ReferenceQueries queries) {
        this.queries = queries;
    }

    /**
     * Returns the draft.
     *
     * @param faults faults found so far; if there are any after the check, all are thrown at once
     */
    RevisionDraft draft(MutationCommand command, ObjectNode before, ObjectNode after, List<InputFault> faults) {
        EntryFile file = new EntryFile(command.kind(), "", JsonNodeFactory.instance.arrayNode().add(after),
                new InputLocator(pointer -> command.act().path(pointer, before)));
        List<EntryFile> known = new ReferencedEntries(queries.stored(), queries).of(file.entries().get(0),
                before == null ? null : stored(command.kind(), before));
        EntryFiles files = EntryFiles.of(List.of(file)).withKnown(known);
        Checks.run(files, fault -> faults.add(new InputFault(fault.path(), fault.message())));
        if (command.kind() == Kind.SOURCE && before != null) {
            checkLocators(command, before, after, faults);
        }
        InputFault.throwIfAny(faults);
        RevisionDraft draft = RevisionDraft.of(DataSet.of(files), command.kind(), command.slug());
        return before == null || command.kind() == Kind.STATEMENT || changesDetails(command.kind(), before, after) ? draft
                : draft.withoutDetailRows();
    }

    private static boolean changesDetails(Kind kind, ObjectNode before, ObjectNode after) {
        ObjectNode canonical = CanonicalEntry.of(RecordDefinitions.of(kind), after).json();
        return !InputEntry.detailRows(before).equals(InputEntry.detailRows(canonical));
    }

    private static Entry stored(Kind kind, ObjectNode entry) {
        return new EntryFile(kind, "the record", JsonNodeFactory.instance.arrayNode().add(entry), new StoredEntryLocator()).entries()
                .get(0);
    }

    /** Rejects a number of paragraphs or footnotes, or a kind, that excludes a locator of an attestation. */
    private void checkLocators(MutationCommand command, ObjectNode before, ObjectNode after, List<InputFault> faults) {
        Optional<SourceKind> kind = SourceKind.of(after.path("kind").asText());
        boolean changed = !after.path("kind").equals(before.path("kind"))
                || COUNTS.stream().anyMatch(count -> after.path(count).asInt() < before.path(count).asInt());
        if (changed && kind.isPresent()) {
            for (Object[] row : queries.invalidLocators(command.slug(), after.path(COUNTS.get(0)).asInt(),
                    after.path(COUNTS.get(1)).asInt(), kind.get().name())) {
                String locator = (String) row[2];
                boolean ofKind = locator.matches(Locator.pattern(kind.get()));
                faults.add(new InputFault("input." + (ofKind ? locator.split(" ")[0] + "s" : "kind"),
                        "the " + row[0] + " '" + row[1] + "' is attested at " + locator + "; amend that record first, or send "
                                + (ofKind ? "a number at least that high" : "a kind of source that has such locators")));
            }
        }
    }
}
