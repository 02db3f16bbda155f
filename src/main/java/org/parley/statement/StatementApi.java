package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.ActorQueries;
import org.parley.issue.Issue;
import org.parley.issue.IssueQueries;
import org.parley.meeting.Meeting;
import org.parley.paging.PageRequest;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.Discrepancy;
import org.parley.source.DiscrepancyQueries;
import org.parley.source.Recorded;
import org.parley.store.Store;
import org.parley.time.DateOrder;

/** Statements: who said it, for whom, to whom, where, and on what. */
@GraphQLApi
@ApplicationScoped
public class StatementApi {

    private final StatementQueries queries;
    private final ActorQueries actors;
    private final IssueQueries issues;
    private final AttestationQueries attestations;
    private final DiscrepancyQueries discrepancies;
    private final Store store;

    StatementApi(StatementQueries queries, ActorQueries actors, IssueQueries issues, AttestationQueries attestations,
            DiscrepancyQueries discrepancies, Store store) {
        this.queries = queries;
        this.actors = actors;
        this.issues = issues;
        this.attestations = attestations;
        this.discrepancies = discrepancies;
        this.store = store;
    }

    @Query
    @Description("A statement by its slug; null where there is none.")
    public Statement statement(@NonNull String slug) {
        return store.bySlug(Statement.class, slug);
    }

    @Query
    @NonNull
    @Description("What was said or written, by date: by whom, to whom, in reply to what, on which issues.")
    public StatementConnection statements(StatementFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after, Integer last, String before) {
        return new StatementConnection(queries.page(filter, orderBy, request(first, after, last, before)));
    }

    static PageRequest request(Integer first, String after, Integer last, String before) {
        return PageRequest.of(StatementQueries.BY_DATE, first, after, last, before);
    }

    @NonNull
    @Description("Who said it.")
    public List<@NonNull List<@NonNull Actor>> speakers(@Source List<Statement> statements) {
        return actors.involved(Recorded.keys(statements), "SPEAKER");
    }

    @NonNull
    @Description("The states or bodies for which they spoke.")
    public List<@NonNull List<@NonNull Actor>> onBehalfOf(@Source List<Statement> statements) {
        return actors.involved(Recorded.keys(statements), "ON_BEHALF_OF");
    }

    @NonNull
    @Description("To whom it was said, where the sources say so.")
    public List<@NonNull List<@NonNull Actor>> addressees(@Source List<Statement> statements) {
        return actors.involved(Recorded.keys(statements), "ADDRESSEE");
    }

    @Description("The meeting at which it was made.")
    public List<Meeting> meeting(@Source List<Statement> statements) {
        return store.byKeys(Meeting.class, statements.stream().map(statement -> statement.meetingKey).toList());
    }

    @NonNull
    @Description("What it is about: the issues of its points, and others.")
    public List<@NonNull List<@NonNull Issue>> issues(@Source List<Statement> statements) {
        return issues.of(Recorded.keys(statements));
    }

    @NonNull
    @Description("Which sources vouch for it, and where.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Statement> statements) {
        return attestations.of(statements);
    }

    @NonNull
    @Description("On which of its fields the sources disagree.")
    public List<@NonNull List<@NonNull Discrepancy>> discrepancies(@Source List<Statement> records) {
        return discrepancies.of(records);
    }
}
