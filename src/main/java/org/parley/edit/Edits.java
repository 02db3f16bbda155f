package org.parley.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.change.ChangeAct;
import org.parley.edit.Sight.Present;
import org.parley.seed.write.Authorship;
import org.parley.seed.write.Draft;
import org.parley.seed.write.ReferredToException;
import org.parley.seed.write.Writing;

/** Makes one change, within a transaction: from the entry that there is to the one that is to be, checked and written. */
@ApplicationScoped
class Edits {

    private static final int MOST_TOLD = 20;

    private final EditQueries queries;
    private final Retries retries;
    private final Sight sight;

    Edits(EditQueries queries, Retries retries, Sight sight) {
        this.queries = queries;
        this.retries = retries;
        this.sight = sight;
    }

    /** Makes it, or finds that it was made before. */
    Done make(Asked asked, Writing writing) {
        Optional<Done> before = retries.done(asked);
        if (before.isPresent()) {
            return before.get();
        }
        Present present = asked.act().isNew() ? Present.NONE : sight.present(asked);
        List<InputFault> faults = new ArrayList<>();
        ObjectNode after = asked.act().after(present.entry(), asked, faults::add);
        Draft draft = after == null ? Draft.without(asked.kind(), asked.slug())
                : new DraftCheck(queries).draft(asked, present.entry(), after, faults);
        queries.mark();
        Done done = new Done(asked.kind(), asked.slug(), write(writing, draft, asked), true);
        if (!queries.isChange(done.revision())) {
            queries.undo();
            done = new Done(asked.kind(), asked.slug(), present.revision(), false);
        }
        retries.note(asked, done);
        return done;
    }

    private long write(Writing writing, Draft draft, Asked asked) {
        try {
            return writing.write(draft, Authorship.of(asked.caller(), ChangeAct.valueOf(asked.act().name()), asked.why()));
        } catch (ReferredToException e) {
            throw InputFault.refusal(e.referrers().stream().limit(MOST_TOLD).map(asked.act()::referred).toList());
        }
    }
}
