package org.parley.websocket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.change.Change;
import org.parley.record.Kind;

/** The subscription to changes. */
@RegisterForReflection
@GraphQLApi
@ApplicationScoped
public class SubscriptionApi {

    private final ChangeFeed feed;
    private final ChangeFeedQueries queries;

    SubscriptionApi(ChangeFeed feed, ChangeFeedQueries queries) {
        this.feed = feed;
        this.queries = queries;
    }

    @Subscription
    @NonNull
    @Description("""
            Changes from now on, oldest first, each once. All given arguments must match; without arguments, every change is sent. \
            Example: `changed(types: [MEETING]) { act slug record { id } }`.""")
    public Multi<@NonNull Change> changed(@Description("Only changes of records of these kinds.") List<Kind> types,
            @Description("Only changes of records with these slugs.") List<String> slugs, @Description("""
                    Slugs of actors. Only changes of these actors, and of records in which one of them acts, or acted before the change, \
                    itself or through someone acting for it.""") List<String> actors, @Description("""
                    The `id` of the last change received, or the `revision` of a record that was read. Later changes are sent first, so \
                    that none is missed after a disconnect.""") String after) {
        ChangePosition from = after == null ? ChangePosition.afterRevision(queries.newest()) : ChangePosition.of(after);
        queries.awaitRevision(from.revision());
        return Multi.createFrom().publisher(feed.changes(from, SubscriptionFilter.of(types, slugs, actors)));
    }
}
