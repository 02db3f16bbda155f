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
import org.parley.graphql.Json;
import org.parley.graphql.Node;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.source.HasHistory;
import org.parley.source.RecordName;
import org.parley.source.RecordQueries;

/** Fields for the change log and the history of records. */
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
    @Description("""
            Changes, oldest first. To keep a copy up to date, continue from the last cursor. \
            Example: `changes(filter: {types: [MEETING]}) { nodes { at act slug } }`.""")
    public Connection<Change> changes(@Description("Only changes made at this moment or later.") Instant since, ChangeFilter filter,
            Integer first, String after, Integer last, String before) {
        return queries.page(since, filter, PageRequest.of(ChangeQueries.ALL, first, after, last, before));
    }

    @NonNull
    @Description("The changes of the record, newest first.")
    public List<@NonNull Connection<Change>> history(@Source List<HasHistory> records, Integer first, String after, Integer last,
            String before) {
        PageRequest request = PageRequest.of(ChangeQueries.OF_RECORD, first, after, last, before);
        return queries.ofRecords(records.stream().map(HasHistory::historyKey).toList(), request);
    }

    @Name("record")
    @Description("The record as it is now; null if it was retracted.")
    public List<Node> record(@Source List<Change> changes) {
        return records.bySlugs(changes.stream().map(change -> new RecordName(change.kind, change.slug)).toList()).stream()
                .map(Node.class::cast).toList();
    }

    @NonNull
    @Description("The fields that the change altered.")
    public List<@NonNull List<@NonNull FieldChange>> fields(@Source List<Change> changes) {
        return queries.entries(changes).stream().map(entries -> FieldChange.between(entries.before(), entries.after())).toList();
    }

    @Description("""
            The record's entry before the change, in the form of the data set's files; null if the change added the record, or its \
            history does not go back so far.""")
    public List<Json> before(@Source List<Change> changes) {
        return queries.entries(changes).stream().map(entries -> Json.of(entries.before())).toList();
    }

    @Description("The record's entry after the change, in the form of the data set's files; null if it was retracted.")
    public List<Json> after(@Source List<Change> changes) {
        return queries.entries(changes).stream().map(entries -> Json.of(entries.after())).toList();
    }
}
