package org.parley.live;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.change.Change;
import org.parley.source.RecordType;
import org.parley.store.Reading;

/** What is heard as it happens. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class ChangedApi {

    private final Feed feed;
    private final FeedQueries queries;

    ChangedApi(Feed feed, FeedQueries queries) {
        this.feed = feed;
        this.queries = queries;
    }

    @Subscription
    @NonNull
    @Description("Every change of the record from now on, whoever made it, in the order in which they were made, each once. Conditions that"
            + " are given have to hold together; without any, all are heard.")
    public Multi<@NonNull Change> changed(@Description("Only changes of records of these types.") List<RecordType> types,
            @Description("Only changes of the records of these slugs.") List<String> slugs,
            @Description("Only changes of records that count for one of these actors, given by slug, or did until the change: it acted"
                    + " itself, or somebody acted for it; and of these actors themselves.") List<String> actors,
            @Description("The id of the last change that was heard, or a revision of the record that was read: what was changed since is"
                    + " sent first. So nothing is missed between reading and hearing, or while the connection was away.") String after) {
        Place from = after == null ? Place.behind(queries.newest()) : Place.of(after);
        Reading.require(from.revision());
        return Multi.createFrom().publisher(feed.from(from, Wish.of(types, slugs, actors)));
    }
}
