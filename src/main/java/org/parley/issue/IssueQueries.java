package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on issues. */
@ApplicationScoped
public class IssueQueries {

    private final Store store;

    IssueQueries(Store store) {
        this.store = store;
    }

    List<Issue> all() {
        return store.list(Issue.class, "select {e.*} from issue e order by plain(e.name), e.slug", new Where());
    }

    /** The issues of each record, in the record's order. */
    public List<List<Issue>> of(List<Long> records) {
        return store.linked(Issue.class, """
                select r.record_id as parent, {e.*} from record_issue r join issue e on e.id = r.issue_id
                where r.record_id = any(:parents) order by r.position""", new Where(), records);
    }
}
