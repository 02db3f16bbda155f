package org.parley.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.entry.RecordDefinitions;
import org.parley.graphql.Caller;
import org.parley.record.CanonicalEntry;

/** Protects resolutions: an editor cannot change a resolved field. If a curator changes it, the resolution is removed. */
final class ResolutionGuard {

    private static final String LIST = "resolutions";
    private static final String ATTESTATIONS = "attestations";
    /** The field that hosts, mediators and leaders are computed from. */
    private static final String PARTICIPATIONS = "participations";

    private final PayloadQueries records;

    ResolutionGuard(PayloadQueries records) {
        this.records = records;
    }

    /** Removes resolutions that no longer apply from the amended entry. Reports those that the editor may not remove. */
    void update(ObjectNode before, ObjectNode after, MutationCommand command, Consumer<InputFault> faults) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode resolution : before.path(LIST)) {
            String field = resolution.path("field").asText();
            Optional<String> cause = cause(field, before, after, command);
            if (cause.isEmpty()) {
                kept.add(resolution);
            } else if (!command.caller().roles().contains(Caller.CURATOR)) {
                faults.accept(new InputFault("input." + cause.get(), "this would undo the resolution of '" + field
                        + "'; leave the field unchanged, or ask a curator to resolve it again"));
            }
        }
        if (kept.isEmpty()) {
            after.remove(LIST);
        } else {
            after.putArray(LIST).addAll(kept);
        }
    }

    /** Returns the amended field that makes a resolution obsolete. */
    private Optional<String> cause(String field, ObjectNode before, ObjectNode after, MutationCommand command) {
        String source = RecordDefinitions.of(command.kind()).entry().field(field).isPresent() ? field : PARTICIPATIONS;
        ObjectNode canonical = CanonicalEntry.of(RecordDefinitions.of(command.kind()), after).json();
        if (!before.path(source).equals(canonical.path(source))) {
            return Optional.of(source);
        }
        Set<String> removed = attested(before, field);
        removed.removeAll(attested(after, field));
        return removed.isEmpty() ? Optional.empty() : records.shown(command, field).filter(removed::contains).map(shown -> ATTESTATIONS);
    }

    /** Returns the values that sources give for a field, in the record's form. */
    private static Set<String> attested(ObjectNode entry, String field) {
        Set<String> attested = new HashSet<>();
        for (JsonNode attestation : entry.path(ATTESTATIONS)) {
            if (attestation.path("field").asText().equals(field) && attestation.has("value")) {
                attested.add(attestation.path("reads").asText(attestation.get("value").asText()));
            }
        }
        return attested;
    }
}
