package org.parley.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.source.Record;
import org.parley.source.RecordQueries;
import org.parley.source.Recorded;
import org.parley.time.DateOrder;

/** What a statement answers, what answers it, and which records it bears on. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class ExchangeApi {

    private final StatementQueries queries;
    private final RecordQueries records;

    ExchangeApi(StatementQueries queries, RecordQueries records) {
        this.queries = queries;
        this.records = records;
    }

    @NonNull
    @Description("The statements that it answers, oldest first.")
    public List<@NonNull List<@NonNull Statement>> inReplyTo(@Source List<Statement> statements) {
        return queries.inReplyTo(Recorded.keys(statements));
    }

    @NonNull
    @Description("The statements that answer it.")
    public List<@NonNull StatementConnection> replies(@Source List<Statement> statements,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after) {
        return queries.replies(Recorded.keys(statements), orderBy, StatementApi.request(first, after, null, null)).stream()
                .map(StatementConnection::new).toList();
    }

    @NonNull
    @Description("The whole exchange it belongs to, oldest first; on one day what is answered stands before its answer.")
    public List<@NonNull List<@NonNull Statement>> thread(@Source List<Statement> statements) {
        return queries.threads(Recorded.keys(statements));
    }

    @NonNull
    @Description("Records it proposes, comments on or argues from.")
    public List<@NonNull List<@NonNull Reference>> references(@Source List<Statement> statements) {
        return queries.references(Recorded.keys(statements));
    }

    @NonNull
    @Description("The record.")
    public List<@NonNull Record> record(@Source List<Reference> references) {
        return records.byKeys(references.stream().map(reference -> reference.recordKey).toList()).stream().map(Record.class::cast).toList();
    }
}
