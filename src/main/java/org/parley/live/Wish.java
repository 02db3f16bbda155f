package org.parley.live;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.change.Change;
import org.parley.source.RecordType;

/** What somebody wants to hear of: of these types, with these slugs, counting for one of these actors; empty where that does not matter. */
record Wish(Set<String> types, Set<String> slugs, List<String> actors) {

    static Wish of(List<RecordType> types, List<String> slugs, List<String> actors) {
        return new Wish(types == null ? Set.of() : types.stream().map(RecordType::name).collect(Collectors.toSet()),
                slugs == null ? Set.of() : Set.copyOf(slugs), actors == null ? List.of() : List.copyOf(actors));
    }

    /** Whether the change is of the types and slugs; whom its record counts for is the database's to say. */
    boolean fits(Change change) {
        return (types.isEmpty() || types.contains(change.kind)) && (slugs.isEmpty() || slugs.contains(change.slug));
    }
}
