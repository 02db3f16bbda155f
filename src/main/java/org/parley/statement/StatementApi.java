package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.ActorQueries;
import org.parley.fault.BadUserInputException;
import org.parley.issue.Issue;
import org.parley.issue.IssueQueries;
import org.parley.meeting.Meeting;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;
import org.parley.source.AnyRecord;
import org.parley.source.RecordEntity;
import org.parley.source.RecordQueries;
import org.parley.time.DateOrder;

/** GraphQL fields of statements: speakers, addressees, place, issues and references; and the statements of actors, meetings and issues. */
@GraphQLApi
@ApplicationScoped
public class StatementApi {

    private static final int MAX_DAYS = 366;

    private final StatementQueries queries;
    private final ActorQueries actors;
    private final IssueQueries issues;
    private final RecordQueries records;
    private final Store store;

    StatementApi(StatementQueries queries, ActorQueries actors, IssueQueries issues, RecordQueries records, Store store) {
        this.queries = queries;
        this.actors = actors;
        this.issues = issues;
        this.records = records;
        this.store = store;
    }

    @Query
    @Description("""
            A statement, letter, remark or other act of saying by its slug; null if not found. \
            Example: `statement(slug: "charles-michel-remarks-after-brussels") { summary speakers { name } }`.""")
    public Statement statement(@NonNull String slug) {
        return store.bySlug(Statement.class, slug);
    }

    @Query
    @NonNull
    @Description("""
            What was said or written, by date. \
            Example: `statements(filter: {speakers: ["russia"], isReply: true}) { nodes { summary date { label } } }`.""")
    public Connection<Statement> statements(StatementFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after, Integer last, String before) {
        return queries.page(filter, orderBy, request(first, after, last, before));
    }

    @NonNull
    @Description("""
            Statements on the meeting's last day or up to `days` days later. A statement of which the date may be earlier or later is left \
            out. Reads an index of dates for each meeting.""")
    public List<@NonNull Connection<Statement>> statementsAfter(@Source List<Meeting> meetings, @Description("0 to 366.") int days,
            StatementFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last,
            String before) {
        if (days < 0 || days > MAX_DAYS) {
            throw new BadUserInputException("days is " + days + "; send 0 to " + MAX_DAYS);
        }
        return queries.after(RecordEntity.keys(meetings), days, filter, orderBy, request(first, after, last, before));
    }

    private static PageRequest request(Integer first, String after, Integer last, String before) {
        return PageRequest.of(StatementQueries.BY_DATE, first, after, last, before);
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> speakers(@Source List<Statement> statements) {
        return actors.involved(RecordEntity.keys(statements), "SPEAKER");
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> onBehalfOf(@Source List<Statement> statements) {
        return actors.involved(RecordEntity.keys(statements), "ON_BEHALF_OF");
    }

    @NonNull
    public List<@NonNull List<@NonNull Actor>> addressees(@Source List<Statement> statements) {
        return actors.involved(RecordEntity.keys(statements), "ADDRESSEE");
    }

    public List<Meeting> meeting(@Source List<Statement> statements) {
        return store.byKeys(Meeting.class, statements.stream().map(statement -> statement.meetingKey).toList());
    }

    @NonNull
    public List<@NonNull List<@NonNull Issue>> issues(@Source List<Statement> statements) {
        return issues.of(RecordEntity.keys(statements));
    }

    @NonNull
    @Description("The statements this actor made, or someone made on its behalf.")
    public List<@NonNull Connection<Statement>> said(@Source List<Actor> actors, StatementFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.ofActors(RecordEntity.keys(actors), "SPEAKER", filter, orderBy, request(first, after, last, before));
    }

    @NonNull
    @Description("The statements addressed to this actor, or to one that belongs to it.")
    public List<@NonNull Connection<Statement>> addressed(@Source List<Actor> actors, StatementFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.ofActors(RecordEntity.keys(actors), "ADDRESSEE", filter, orderBy, request(first, after, last, before));
    }

    @NonNull
    @Description("The statements made at a meeting; those on an issue.")
    public List<@NonNull Connection<Statement>> statements(@Source List<Meeting> meetings, StatementFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.atMeetings(RecordEntity.keys(meetings), filter, orderBy, request(first, after, last, before));
    }

    @NonNull
    @Description("The statements that proposed, requested or announced this meeting, oldest first.")
    public List<@NonNull List<@NonNull Statement>> proposedIn(@Source List<Meeting> meetings) {
        return queries.proposing(RecordEntity.keys(meetings));
    }

    @NonNull
    @Name("statements")
    @Description("The statements made at a meeting; those on an issue.")
    public List<@NonNull Connection<Statement>> statementsOnIssue(@Source List<Issue> issues, StatementFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.onIssues(RecordEntity.keys(issues), filter, orderBy, request(first, after, last, before));
    }

    @NonNull
    public List<@NonNull List<@NonNull Statement>> inReplyTo(@Source List<Statement> statements) {
        return queries.inReplyTo(RecordEntity.keys(statements));
    }

    @NonNull
    @Description("The statements that reply to this one.")
    public List<@NonNull Connection<Statement>> replies(@Source List<Statement> statements,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.replies(RecordEntity.keys(statements), orderBy, request(first, after, last, before));
    }

    @NonNull
    @Description("The whole exchange this statement belongs to, oldest first. On one day, a statement precedes its replies.")
    public List<@NonNull List<@NonNull Statement>> thread(@Source List<Statement> statements) {
        return queries.threads(RecordEntity.keys(statements));
    }

    @NonNull
    public List<@NonNull List<@NonNull Reference>> references(@Source List<Statement> statements) {
        return queries.references(RecordEntity.keys(statements));
    }

    @NonNull
    @Description("The record referred to.")
    public List<@NonNull AnyRecord> record(@Source List<Reference> references) {
        return records.byKeys(references.stream().map(Reference::recordKey).toList()).stream().map(AnyRecord.class::cast).toList();
    }
}
