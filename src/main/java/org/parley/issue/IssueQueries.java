package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.paging.Connection;
import org.parley.paging.Cursor;
import org.parley.paging.PageRequest;
import org.parley.persistence.Conditions;
import org.parley.persistence.ListQuery;
import org.parley.persistence.Store;
import org.parley.persistence.WhereClause;

/** Every query on issues. */
@ApplicationScoped
public class IssueQueries {

    static final String BY_NAME = "issues by name";

    private static final ListQuery<Issue> LISTING = new ListQuery<>(Issue.class, BY_NAME, "issue e", ListQuery.Key.plain("e.name"),
            issue -> new Cursor(BY_NAME, issue.name, issue.slug), false);

    private static final String WITHIN = """
            e.id in (with recursive part (id) as (
                select p.id from issue p join issue w on w.id = p.broader_id where w.slug = any(:broader)
                union select p.id from issue p join part on p.broader_id = part.id) select id from part)""";

    private final Store store;

    IssueQueries(Store store) {
        this.store = store;
    }

    Connection<Issue> page(IssueFilter filter, PageRequest request) {
        return store.page(LISTING, where(filter), request);
    }

    private static WhereClause where(IssueFilter filter) {
        return new WhereClause().text(Conditions.TEXT, "text", filter.text()).anyOf(WITHIN, "broader", filter.broader());
    }

    /** The issues of each record, in the record's order. */
    public List<List<Issue>> of(List<Long> records) {
        return store.linked(Issue.class, """
                select r.record_id as parent, {e.*} from record_issue r join issue e on e.id = r.issue_id
                where r.record_id = any(:parents) order by r.position""", new WhereClause(), records);
    }
}
