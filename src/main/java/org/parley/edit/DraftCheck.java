package org.parley.edit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.parley.seed.check.Checks;
import org.parley.seed.entry.DataSet;
import org.parley.seed.read.Entry;
import org.parley.seed.read.SeedFile;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.write.Draft;

/** Checks an entry as the loader does, beside the records that it names, and what others say that it must not break. */
final class DraftCheck {

    private static final List<String> COUNTS = List.of("paragraphs", "footnotes");

    private final EditQueries queries;

    DraftCheck(EditQueries queries) {
        this.queries = queries;
    }

    /** What is to be written of it; refused with all its faults at once, those that are known already among them. */
    Draft draft(Asked asked, ObjectNode before, ObjectNode after, List<InputFault> faults) {
        SeedFile file = new SeedFile(asked.kind(), "", JsonNodeFactory.instance.arrayNode().add(after),
                new InputOrigin(pointer -> asked.act().path(pointer, before)));
        List<SeedFile> beside = new Neighbourhood(queries.stored(), queries).of(file.entries().get(0),
                before == null ? null : stored(asked.kind(), before));
        SeedFolder folder = SeedFolder.of(List.of(file)).beside(beside);
        Checks.run(folder, fault -> faults.add(new InputFault(fault.path(), fault.message())));
        if (asked.kind() == SeedKind.SOURCE && before != null) {
            checkCounts(asked, before, after, faults);
        }
        InputFault.refuse(faults);
        Draft draft = Draft.of(DataSet.of(folder), asked.kind(), asked.slug());
        return before == null || asked.kind() == SeedKind.STATEMENT
                || !EntryJson.areSame(EntryJson.detailRows(before), EntryJson.detailRows(after)) ? draft : draft.withoutDetailRows();
    }

    private static Entry stored(SeedKind kind, ObjectNode entry) {
        return new SeedFile(kind, "the record", JsonNodeFactory.instance.arrayNode().add(entry), new StoredOrigin()).entries().get(0);
    }

    /** A source that has fewer paragraphs than before may have lost some that attestations name. */
    private void checkCounts(Asked asked, ObjectNode before, ObjectNode after, List<InputFault> faults) {
        if (COUNTS.stream().anyMatch(count -> after.path(count).asInt() < before.path(count).asInt())) {
            for (Object[] row : queries.beyond(asked.slug(), after.path(COUNTS.get(0)).asInt(), after.path(COUNTS.get(1)).asInt())) {
                faults.add(new InputFault("input." + ((String) row[2]).split(" ")[0] + "s",
                        "the " + row[0] + " '" + row[1] + "' is attested at " + row[2] + "; amend that first, or count as many"));
            }
        }
    }
}
