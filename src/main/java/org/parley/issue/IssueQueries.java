package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.paging.Cursor;
import org.parley.paging.Page;
import org.parley.paging.PageRequest;
import org.parley.store.Listing;
import org.parley.store.Store;
import org.parley.store.Where;

/** Every query on issues. */
@ApplicationScoped
public class IssueQueries {

    static final String BY_NAME = "issues by name";

    private static final Listing<Issue> LISTING = new Listing<>(Issue.class, BY_NAME, "issue e", null, "plain(e.name)", "e.slug",
            "plain(%s)", issue -> new Cursor(BY_NAME, issue.name, issue.slug), false);

    private final Store store;

    IssueQueries(Store store) {
        this.store = store;
    }

    Page<IssueEdge> page(PageRequest request) {
        return store.page(LISTING, new Where(), request, IssueEdge::new);
    }

    /** The issues of each record, in the record's order. */
    public List<List<Issue>> of(List<Long> records) {
        return store.linked(Issue.class, """
                select r.record_id as parent, {e.*} from record_issue r join issue e on e.id = r.issue_id
                where r.record_id = any(:parents) order by r.position""", new Where(), records);
    }
}
