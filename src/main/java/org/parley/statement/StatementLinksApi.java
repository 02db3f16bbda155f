package org.parley.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.issue.Issue;
import org.parley.meeting.Meeting;
import org.parley.paging.Page;
import org.parley.source.Recorded;
import org.parley.time.DateOrder;

/** The statements of an actor, of a meeting and on an issue. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class StatementLinksApi {

    private final StatementQueries queries;

    StatementLinksApi(StatementQueries queries) {
        this.queries = queries;
    }

    @NonNull
    @Description("What it said, or someone on its behalf.")
    public List<@NonNull StatementConnection> said(@Source List<Actor> actors, StatementFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        List<Long> keys = Recorded.keys(actors);
        return connections(queries.ofActors(keys, "SPEAKER", filter, orderBy, StatementApi.request(first, after, last, before)));
    }

    @NonNull
    @Description("Statements addressed to it, or to what belongs to it.")
    public List<@NonNull StatementConnection> addressed(@Source List<Actor> actors, StatementFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        List<Long> keys = Recorded.keys(actors);
        return connections(queries.ofActors(keys, "ADDRESSEE", filter, orderBy, StatementApi.request(first, after, last, before)));
    }

    @NonNull
    @Description("Made at the meeting.")
    public List<@NonNull StatementConnection> statements(@Source List<Meeting> meetings, StatementFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after) {
        List<Long> keys = Recorded.keys(meetings);
        return connections(queries.atMeetings(keys, filter, orderBy, StatementApi.request(first, after, null, null)));
    }

    @NonNull
    @Description("That proposed, requested or announced it: its history before it was held, oldest first.")
    public List<@NonNull List<@NonNull Statement>> proposedIn(@Source List<Meeting> meetings) {
        return queries.proposing(Recorded.keys(meetings));
    }

    @NonNull
    @Name("statements")
    @Description("What was said on it.")
    public List<@NonNull StatementConnection> statementsOnIssue(@Source List<Issue> issues, StatementFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after) {
        List<Long> keys = Recorded.keys(issues);
        return connections(queries.onIssues(keys, filter, orderBy, StatementApi.request(first, after, null, null)));
    }

    private static List<StatementConnection> connections(List<Page<StatementEdge>> pages) {
        return pages.stream().map(StatementConnection::new).toList();
    }
}
