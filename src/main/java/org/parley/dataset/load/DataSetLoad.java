package org.parley.dataset.load;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import org.parley.entry.DataSet;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.entry.write.Authorship;
import org.parley.entry.write.ReferredToException;
import org.parley.entry.write.Referrer;
import org.parley.entry.write.RevisionDraft;
import org.parley.entry.write.RevisionWriter;

/** One load of a data set, in one transaction and one revision. */
final class DataSetLoad {

    private final StatelessSession session;
    private final LoadQueries queries;

    DataSetLoad(StatelessSession session) {
        this.session = session;
        this.queries = new LoadQueries(session);
    }

    LoadReport run(DataSet data, RevisionWriter writing, Progress progress) {
        progress.begin("comparing with the database", 0);
        RecordStates states = new RecordStates(queries.records(), queries.retracted());
        LoadPlan plan = new LoadPlan(data, states);
        if (states.isEdited()) {
            throwIfAny(MissingReferences.faults(plan.draft, states, queries));
            throwIfAny(TakenIdentifiers.faults(plan.draft, queries));
        }
        writing.markAsLoaded(plan.adopted);
        plan.obsoleteRetractions.forEach(queries::forgetRetracted);
        LoadReport report = plan.report();
        if (report.changed()) {
            write(writing, plan.draft, states.isEdited(), progress);
        }
        return report;
    }

    private void write(RevisionWriter writing, RevisionDraft draft, boolean edited, Progress progress) {
        try {
            long revision = writing.write(draft, Authorship.LOAD, progress);
            if (edited) {
                throwIfAny(conflicts(revision));
            }
            queries.setLoadedAt();
        } catch (ReferredToException e) {
            throw new FaultyDataException(e.referrers().stream().map(DataSetLoad::fault).toList());
        }
    }

    /** Returns the conflicts of the revision with changes by editors. The files themselves have no faults. */
    private List<Fault> conflicts(long revision) {
        List<Fault> conflicts = new ArrayList<>();
        queries.invalidLocators(revision)
                .forEach(row -> conflicts.add(fault(row, "is attested at " + row[2] + " of '" + row[3] + "', which has no such part")));
        queries.unattestedWordings().forEach(
                row -> conflicts.add(fault(row, "provision " + row[2] + " has a text, but no source of the kind OFFICIAL_DOCUMENT")));
        queries.referencesToLater().forEach(row -> conflicts.add(fault(row, "refers to '" + row[2] + "', which is later")));
        queries.cycles(revision).forEach(row -> conflicts.add(fault(row, "forms a cycle through '" + row[2] + "'")));
        return conflicts;
    }

    private static Fault fault(Object[] row, String message) {
        return new Fault((String) row[0], 0, (String) row[1], message
                + "; this conflicts with a change by an editor: change the files, or first amend the record that the editor changed");
    }

    private static void throwIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyDataException(faults);
        }
    }

    private static Fault fault(Referrer referrer) {
        return new Fault(referrer.referredKind(), 0, referrer.referredName(), "is no longer in the files, but the " + referrer.kind() + " '"
                + referrer.slug() + "', changed by an editor, refers to it; restore it, or first retract or amend that " + referrer.kind());
    }
}
