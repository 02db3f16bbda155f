package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** Every query on issues. */
@ApplicationScoped
public class IssueQueries {

    static final String BY_NAME = "issues by name";

    private static final ListQuery<Issue> LISTING = new ListQuery<>(Issue.class, BY_NAME, "issue e", ListQuery.Key.plain("e.name"),
            issue -> new Cursor(BY_NAME, issue.name, issue.slug), false);

    private final Store store;

    IssueQueries(Store store) {
        this.store = store;
    }

    Connection<Issue> page(PageRequest request) {
        return store.page(LISTING, new WhereClause(), request);
    }

    /** The issues of each record, in the record's order. */
    public List<List<Issue>> of(List<Long> records) {
        return store.linked(Issue.class, """
                select r.record_id as parent, {e.*} from record_issue r join issue e on e.id = r.issue_id
                where r.record_id = any(:parents) order by r.position""", new WhereClause(), records);
    }
}
