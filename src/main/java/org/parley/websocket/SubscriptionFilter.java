package org.parley.websocket;

import java.util.List;
import java.util.Set;
import org.parley.change.Change;
import org.parley.record.Kind;

/** The filter of a subscription: types, slugs and actors. An empty list matches all. */
record SubscriptionFilter(Set<Kind> types, Set<String> slugs, List<String> actors) {

    static SubscriptionFilter of(List<Kind> types, List<String> slugs, List<String> actors) {
        return new SubscriptionFilter(types == null ? Set.of() : Set.copyOf(types), slugs == null ? Set.of() : Set.copyOf(slugs),
                actors == null ? List.of() : List.copyOf(actors));
    }

    /** Whether the change matches the types and slugs. The actors are matched in the database. */
    boolean matches(Change change) {
        return (types.isEmpty() || types.contains(change.kind)) && (slugs.isEmpty() || slugs.contains(change.slug));
    }
}
