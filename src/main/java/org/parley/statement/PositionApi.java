package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.issue.Issue;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.persistence.Store;
import org.parley.source.RecordEntity;
import org.parley.time.DateOrder;
import org.parley.time.DayCount;

/** Positions: who holds what on which issue, and where it was said. */
@GraphQLApi
@ApplicationScoped
public class PositionApi {

    private final PositionQueries queries;
    private final PreviousPositionQueries previous;
    private final Store store;

    PositionApi(PositionQueries queries, PreviousPositionQueries previous, Store store) {
        this.queries = queries;
        this.previous = previous;
        this.store = store;
    }

    @Query
    @NonNull
    @Description("""
            Positions of actors on issues, by date; most are points of statements. \
            Example: `positions(filter: {issues: ["peace-treaty"]}) { nodes { actor { name } stance } }`.""")
    public Connection<Position> positions(PositionFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after, Integer last, String before) {
        return queries.page(filter, orderBy, request(first, after, last, before));
    }

    private static PageRequest request(Integer first, String after, Integer last, String before) {
        return PageRequest.of(PositionQueries.BY_DATE, first, after, last, before);
    }

    @NonNull
    @Name("positions")
    @Description("The positions an actor holds, or someone holds on its behalf; those held on an issue.")
    public List<@NonNull Connection<Position>> positionsOfActor(@Source List<Actor> actors, PositionFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.ofActors(RecordEntity.keys(actors), filter, orderBy, request(first, after, last, before));
    }

    @NonNull
    @Name("positions")
    @Description("The positions an actor holds, or someone holds on its behalf; those held on an issue.")
    public List<@NonNull Connection<Position>> positionsOnIssue(@Source List<Issue> issues, PositionFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.onIssues(RecordEntity.keys(issues), filter, orderBy, request(first, after, last, before));
    }

    @NonNull
    @Description("""
            The latest known positions of each actor on that day, by name of the actor: all that it took on the last day up to then, so that \
            an actor that holds several things at once has several rows.""")
    public List<@NonNull Connection<Position>> standings(@Source List<Issue> issues,
            @Description("The day. Left out: the latest of all.") LocalDate on, Integer first, String after, Integer last, String before) {
        PageRequest request = PageRequest.of(PositionQueries.STANDINGS_BY_NAME, first, after, last, before);
        return queries.standings(RecordEntity.keys(issues), on, request);
    }

    @NonNull
    public List<@NonNull List<@NonNull Position>> points(@Source List<Statement> statements) {
        return queries.points(RecordEntity.keys(statements));
    }

    @Description("""
            The position of the same actor on the same issue on the last day before, by date order; of several, one of the same stance. \
            Null without one. The cost is one row of an index for each position.""")
    public List<Position> previous(@Source List<Position> positions) {
        return previous.previous(RecordEntity.keys(positions));
    }

    @Description("""
            Number of days since `previous`; null without one. The order of the two is certain only if `lowest` is more than 0. The cost is \
            that of `previous`, which shares its statement.""")
    public List<DayCount> daysSincePrevious(@Source List<Position> positions) {
        return previous.days(RecordEntity.keys(positions));
    }

    @NonNull
    public List<@NonNull Actor> actor(@Source List<Position> positions) {
        return store.byKeys(Actor.class, positions.stream().map(position -> position.actorKey).toList());
    }

    @NonNull
    public List<@NonNull Issue> issue(@Source List<Position> positions) {
        return store.byKeys(Issue.class, positions.stream().map(position -> position.issueKey).toList());
    }

    public List<Statement> statement(@Source List<Position> positions) {
        return store.byKeys(Statement.class, positions.stream().map(position -> position.statementKey).toList());
    }
}
