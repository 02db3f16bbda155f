package org.parley.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * An object with a global id.
 *
 * @see <a href="https://relay.dev/graphql/objectidentification.htm">Relay global object identification</a>
 */
@Interface
@Name("Node")
@Description("An object that `node` finds by its global id.")
public interface Node {

    @Id
    @NonNull
    @Name("id")
    @Description("Global id: opaque, stable, the same in every copy of the database.")
    String getGlobalId();
}
