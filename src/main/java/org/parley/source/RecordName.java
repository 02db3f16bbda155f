package org.parley.source;

import org.parley.fault.BadUserInputException;
import org.parley.graphql.GlobalId;
import org.parley.record.Kind;

/** A record's kind and slug: what its global id says. */
public record RecordName(Kind kind, String slug) {

    static RecordName of(String globalId) {
        GlobalId id = GlobalId.decode(globalId);
        return new RecordName(
                Kind.ofTypeName(id.type()).orElseThrow(
                        () -> new BadUserInputException("Invalid id '" + globalId + "'; send an `id` returned by this service.")),
                id.slug());
    }
}
