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
import org.parley.paging.PageRequest;
import org.parley.source.Attestation;
import org.parley.source.AttestationQueries;
import org.parley.source.Recorded;
import org.parley.store.Store;
import org.parley.time.DateOrder;

/** Positions: who holds what on which issue, and where it was said. */
@GraphQLApi
@ApplicationScoped
public class PositionApi {

    private final PositionQueries queries;
    private final AttestationQueries attestations;
    private final Store store;

    PositionApi(PositionQueries queries, AttestationQueries attestations, Store store) {
        this.queries = queries;
        this.attestations = attestations;
        this.store = store;
    }

    @Query
    @NonNull
    @Description("What actors hold on issues, by date: one point of a statement each.")
    public PositionConnection positions(PositionFilter filter, @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first,
            String after, Integer last, String before) {
        return new PositionConnection(queries.page(filter, orderBy, request(first, after, last, before)));
    }

    private static PageRequest request(Integer first, String after, Integer last, String before) {
        return PageRequest.of(PositionQueries.BY_DATE, first, after, last, before);
    }

    @NonNull
    @Name("positions")
    @Description("What it holds, or someone on its behalf.")
    public List<@NonNull PositionConnection> positionsOfActor(@Source List<Actor> actors, PositionFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after) {
        List<Long> keys = Recorded.keys(actors);
        return queries.ofActors(keys, filter, orderBy, request(first, after, null, null)).stream().map(PositionConnection::new).toList();
    }

    @NonNull
    @Name("positions")
    @Description("What is held on it.")
    public List<@NonNull PositionConnection> positionsOnIssue(@Source List<Issue> issues, PositionFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after) {
        List<Long> keys = Recorded.keys(issues);
        return queries.onIssues(keys, filter, orderBy, request(first, after, null, null)).stream().map(PositionConnection::new).toList();
    }

    @NonNull
    @Description("Who held what, last known on that day: one position an actor, by name.")
    public List<@NonNull PositionConnection> standings(@Source List<Issue> issues,
            @Description("The day; left out: as far as the record goes.") LocalDate on, Integer first, String after) {
        PageRequest request = PageRequest.of(PositionQueries.STANDINGS_BY_NAME, first, after, null, null);
        return queries.standings(Recorded.keys(issues), on, request).stream().map(PositionConnection::new).toList();
    }

    @NonNull
    @Description("Its parts: one a point made, each with its issue, stance and own sources.")
    public List<@NonNull List<@NonNull Position>> points(@Source List<Statement> statements) {
        return queries.points(Recorded.keys(statements));
    }

    @NonNull
    @Description("Who holds it.")
    public List<@NonNull Actor> actor(@Source List<Position> positions) {
        return store.byKeys(Actor.class, positions.stream().map(position -> position.actorKey).toList());
    }

    @NonNull
    @Description("What it is held on.")
    public List<@NonNull Issue> issue(@Source List<Position> positions) {
        return store.byKeys(Issue.class, positions.stream().map(position -> position.issueKey).toList());
    }

    @Description("The statement of which it is a point. Null where the position shows in an act, or is only an author's reading.")
    public List<Statement> statement(@Source List<Position> positions) {
        return store.byKeys(Statement.class, positions.stream().map(position -> position.statementKey).toList());
    }

    @NonNull
    @Description("Which sources vouch for it, and where.")
    public List<@NonNull List<@NonNull Attestation>> attestations(@Source List<Position> positions) {
        return attestations.of(positions);
    }
}
