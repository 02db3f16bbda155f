package org.parley.seed.write;

import java.time.Clock;
import java.util.List;
import org.hibernate.StatelessSession;
import org.parley.seed.entry.DataSet;
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

    LoadReport run(DataSet data, Clock clock) {
        Writing writing = Writing.begin(session);
        Filed filed = new Filed(queries.records(), queries.retracted());
        Plan plan = new Plan(data, filed);
        List<Fault> lacking = Lacking.faults(plan.draft, filed, queries);
        if (!lacking.isEmpty()) {
            throw new FaultyDataException(lacking);
        }
        RecordRows adopted = new RecordRows(session);
        plan.adopted.forEach(adopted::add);
        adopted.update();
        plan.unheld.forEach(queries::forgetRetracted);
        LoadReport report = plan.report();
        if (report.changed()) {
            write(writing, plan.draft, clock);
        }
        return report;
    }

    private void write(Writing writing, Draft draft, Clock clock) {
        try {
            writing.write(draft, Authorship.ofLoad(clock));
            queries.setLoadedAt(clock.instant());
        } catch (ReferredToException e) {
            throw new FaultyDataException(e.referrers().stream().map(Load::fault).toList());
        }
    }

    private static Fault fault(Referrer one) {
        return new Fault(one.referredKind(), 0, one.referredName(), "is no longer in the files, yet the " + one.kind() + " '" + one.slug()
                + "', as an editor left it, refers to it; put it back, or first retract or amend that " + one.kind());
    }
}
