package org.parley.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** What has a global id, by which `node` finds it whatever its type. */
@Interface
@Name("Node")
@Description("A record that `node` finds by its id, whatever its type.")
public interface Node {

    @Id
    @NonNull
    @Name("id")
    @Description("The global id: opaque, the same in every copy of the record.")
    String getGlobalId();
}
