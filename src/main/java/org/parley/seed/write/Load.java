package org.parley.seed.write;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.StatelessSession;
import org.parley.seed.Progress;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.SeedDigests;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;

/** One load, within one transaction: what the files say otherwise than at the last load, in one revision. */
final class Load {

    private final StatelessSession session;
    private final LoadQueries queries;

    Load(StatelessSession session) {
        this.session = session;
        this.queries = new LoadQueries(session);
    }

    LoadReport run(DataSet data, SeedDigests digests, Writing writing, Progress progress) {
        progress.begin("comparing with the database", 0);
        Filed filed = new Filed(queries.records(), queries.retracted());
        Plan plan = new Plan(data, digests, filed);
        if (filed.isEdited()) {
            refuse(Lacking.faults(plan.draft, filed, queries));
        }
        RecordRows adopted = new RecordRows(session);
        plan.adopted.forEach(adopted::add);
        adopted.update();
        plan.unheld.forEach(queries::forgetRetracted);
        LoadReport report = plan.report();
        if (report.changed()) {
            write(writing, plan.draft, filed.isEdited(), progress);
        }
        return report;
    }

    private void write(Writing writing, Draft draft, boolean edited, Progress progress) {
        try {
            long revision = writing.write(draft, Authorship.LOAD, progress);
            if (edited) {
                refuse(broken(revision));
            }
            queries.setLoadedAt();
        } catch (ReferredToException e) {
            throw new FaultyDataException(e.referrers().stream().map(Load::fault).toList());
        }
    }

    /** What that revision broke beside what editors wrote; the files are without fault by themselves. */
    private List<Fault> broken(long revision) {
        List<Fault> broken = new ArrayList<>();
        queries.beyond(revision)
                .forEach(row -> broken.add(fault(row, "is attested at " + row[2] + " of '" + row[3] + "', which does not have it")));
        queries.circles(revision).forEach(row -> broken.add(fault(row, "leads to '" + row[2] + "', which leads back to it")));
        return broken;
    }

    private static Fault fault(Object[] row, String message) {
        return new Fault((String) row[0], 0, (String) row[1],
                message + "; the files have no such fault: change them, or first amend what an editor wrote");
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyDataException(faults);
        }
    }

    private static Fault fault(Referrer one) {
        return new Fault(one.referredKind(), 0, one.referredName(), "is no longer in the files, yet the " + one.kind() + " '" + one.slug()
                + "', as an editor left it, refers to it; put it back, or first retract or amend that " + one.kind());
    }
}
