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
import org.parley.agreement.Agreement;
import org.parley.meeting.Meeting;
import org.parley.paging.Connection;
import org.parley.paging.PageRequest;
import org.parley.source.RecordEntity;
import org.parley.time.DateOrder;

/** The statements that refer to records or speak about actors. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class MentionApi {

    private static final String REFERRED_TO_IN = "The statements that refer to it, oldest first: comment on it, argue from it, welcome it ...";
    private static final String RELATIONS = "Only references of these sorts. Left out: all.";

    private final StatementQueries queries;

    MentionApi(StatementQueries queries) {
        this.queries = queries;
    }

    @NonNull
    @Name("referredToIn")
    @Description(REFERRED_TO_IN)
    public List<@NonNull Connection<Statement>> referringToMeetings(@Source List<Meeting> meetings,
            @Description(RELATIONS) List<ReferenceRelation> relations, Integer first, String after, Integer last, String before) {
        return referring(meetings, relations, first, after, last, before);
    }

    @NonNull
    @Name("referredToIn")
    @Description(REFERRED_TO_IN)
    public List<@NonNull Connection<Statement>> referringToAgreements(@Source List<Agreement> agreements,
            @Description(RELATIONS) List<ReferenceRelation> relations, Integer first, String after, Integer last, String before) {
        return referring(agreements, relations, first, after, last, before);
    }

    @NonNull
    @Name("referredToIn")
    @Description(REFERRED_TO_IN)
    public List<@NonNull Connection<Statement>> referringToStatements(@Source List<Statement> statements,
            @Description(RELATIONS) List<ReferenceRelation> relations, Integer first, String after, Integer last, String before) {
        return referring(statements, relations, first, after, last, before);
    }

    private List<Connection<Statement>> referring(List<? extends RecordEntity> records, List<ReferenceRelation> relations, Integer first,
            String after, Integer last, String before) {
        return queries.referring(RecordEntity.keys(records), relations,
                PageRequest.of(StatementQueries.BY_DATE, first, after, last, before));
    }

    @NonNull
    @Description("""
            The statements about this actor, or about one that belongs to it: they refer to it, or a point is its position although others \
            speak. Names in their text do not count; `search` finds these.""")
    public List<@NonNull Connection<Statement>> mentionedIn(@Source List<Actor> actors, StatementFilter filter,
            @NonNull @DefaultValue("DATE_ASC") DateOrder orderBy, Integer first, String after, Integer last, String before) {
        return queries.ofActors(RecordEntity.keys(actors), "MENTIONED", filter, orderBy,
                PageRequest.of(StatementQueries.BY_DATE, first, after, last, before));
    }
}
