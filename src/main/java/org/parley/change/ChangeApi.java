package org.parley.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.graphql.Node;
import org.parley.paging.PageRequest;
import org.parley.source.RecordQueries;

/** What was changed of the record: all of it, and what each change did. */
@GraphQLApi
@ApplicationScoped
public class ChangeApi {

    private final ChangeQueries queries;
    private final RecordQueries records;

    ChangeApi(ChangeQueries queries, RecordQueries records) {
        this.queries = queries;
        this.records = records;
    }

    @Query
    @NonNull
    @Description("What was changed, in the order in which it was. A copy of the record that follows these, from its last cursor on, stays the same.")
    public ChangeConnection changes(@Description("Only what was done at this moment or later.") Instant since, ChangeFilter filter,
            Integer first, String after) {
        return new ChangeConnection(queries.page(since, filter, PageRequest.of(ChangeQueries.ALL, first, after, null, null)));
    }

    @Name("record")
    @Description("The record as it is now; null where it was retracted, and for a place.")
    public List<Node> record(@Source List<Change> changes) {
        return records.named(changes.stream().map(Change::getRecordType).toList(), changes.stream().map(change -> change.slug).toList())
                .stream().map(Node.class::cast).toList();
    }

    @NonNull
    @Description("The fields of its entry that say something else since.")
    public List<@NonNull List<@NonNull FieldChange>> fields(@Source List<Change> changes) {
        return queries.entries(changes).stream().map(entries -> FieldChange.between(entries.before(), entries.after())).toList();
    }

    @Description("The record's entry before, as JSON in the form of the data set's files; null where it was recorded, or is older than the history.")
    public List<String> before(@Source List<Change> changes) {
        return queries.entries(changes).stream().map(ChangeQueries.Entries::before).toList();
    }

    @Description("The record's entry since, as JSON in the form of the data set's files; null where it was retracted.")
    public List<String> after(@Source List<Change> changes) {
        return queries.entries(changes).stream().map(ChangeQueries.Entries::after).toList();
    }
}
