package org.parley.seed.write;

import java.time.Instant;
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

    LoadReport run(DataSet data, Instant now) {
        Writing writing = Writing.begin(session);
        Plan plan = new Plan(data, new Filed(queries.records(), queries.retracted()));
        RecordRows adopted = new RecordRows(session);
        plan.adopted.forEach(adopted::add);
        adopted.update();
        plan.unheld.forEach(queries::forgetRetracted);
        LoadReport report = plan.report();
        if (report.changed()) {
            write(writing, plan.draft, now);
        }
        return report;
    }

    private void write(Writing writing, Draft draft, Instant now) {
        try {
            writing.write(draft, Authorship.ofLoad(now));
            queries.setLoadedAt(now);
        } catch (ReferredToException e) {
            throw new FaultyDataException(e.referrers().stream().map(Load::fault).toList());
        }
    }

    private static Fault fault(Referrer one) {
        return new Fault(one.referredKind(), 0, one.referredName(), "is no longer in the files, yet the " + one.kind() + " '" + one.slug()
                + "', as an editor left it, refers to it; put it back, or first retract or amend that " + one.kind());
    }
}
