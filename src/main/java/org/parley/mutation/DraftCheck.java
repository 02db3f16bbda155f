package org.parley.mutation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parley.entry.DataSet;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks;
import org.parley.entry.write.RevisionDraft;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/** Checks the entry of a mutation like that of a load, and whether other records still have what they refer to. */
final class DraftCheck {

    private final ReferenceQueries queries;
    private final ReferrerQueries referrers;

    DraftCheck(ReferenceQueries queries, ReferrerQueries referrers) {
        this.queries = queries;
        this.referrers = referrers;
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
        if (before != null) {
            new ReferrerCheck(referrers, command, faults::add).check(before, after);
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
}
