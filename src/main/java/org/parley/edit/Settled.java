package org.parley.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.graphql.Caller;

/**
 * Fields on which it is resolved what the record shows. An editor leaves them as they are; where a curator amends one, its resolution goes.
 */
final class Settled {

    private static final String LIST = "resolutions";
    private static final String ATTESTATIONS = "attestations";
    /** What hosts, mediators and leaders are worked out of. */
    private static final String PARTICIPATIONS = "participations";

    private final EditedQueries records;

    Settled(EditedQueries records) {
        this.records = records;
    }

    /** Takes from an amended entry the resolutions that no longer hold; tells those that the editor may not undo. */
    void lift(ObjectNode before, ObjectNode after, Asked asked, Consumer<InputFault> faults) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode resolution : before.path(LIST)) {
            String field = resolution.path("field").asText();
            Optional<String> undoing = undoing(field, before, after, asked);
            if (undoing.isEmpty()) {
                kept.add(resolution);
            } else if (!asked.caller().roles().contains(Caller.CURATOR)) {
                faults.accept(new InputFault("input." + undoing.get(), "it is resolved what the record shows in '" + field
                        + "', and this would undo it; leave that as it is, or ask a curator to resolve it anew"));
            }
        }
        if (kept.isEmpty()) {
            after.remove(LIST);
        } else {
            after.putArray(LIST).addAll(kept);
        }
    }

    /** The part of the amendment after which the resolution of a field no longer holds. */
    private Optional<String> undoing(String field, ObjectNode before, ObjectNode after, Asked asked) {
        String said = SchemaPiece.of(asked.kind()).properties().containsKey(field) ? field : PARTICIPATIONS;
        if (!EntryJson.areSame(before.path(said), after.path(said))) {
            return Optional.of(said);
        }
        Set<String> gone = given(before, field);
        gone.removeAll(given(after, field));
        return gone.isEmpty() ? Optional.empty()
                : records.shown(asked.kind(), asked.slug(), field).filter(gone::contains).map(shown -> ATTESTATIONS);
    }

    /** The values that sources give for a field, in the record's own form. */
    private static Set<String> given(ObjectNode entry, String field) {
        Set<String> given = new HashSet<>();
        for (JsonNode attestation : entry.path(ATTESTATIONS)) {
            if (attestation.path("field").asText().equals(field) && attestation.has("value")) {
                given.add(attestation.path("reads").asText(attestation.get("value").asText()));
            }
        }
        return given;
    }
}
