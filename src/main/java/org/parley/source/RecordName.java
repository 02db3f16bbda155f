package org.parley.source;

import org.parley.fault.BadUserInputException;
import org.parley.graphql.GlobalId;

/** A record's kind and slug: what its global id says. */
record RecordName(RecordType type, String slug) {

    static RecordName of(String globalId) {
        GlobalId id = GlobalId.decode(globalId);
        return new RecordName(
                RecordType.ofTypeName(id.type()).orElseThrow(
                        () -> new BadUserInputException("'" + globalId + "' is no id of this service; send one that it gave as `id`")),
                id.slug());
    }
}
