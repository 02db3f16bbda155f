package org.parley.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Chooses the value that a record shows for a field on which sources disagree. */
final class ResolveMutation implements MutationKind {

    private static final String LIST = "resolutions";
    private static final String VALUE = "value";

    private final AttestedValueForm forms;
    private final PayloadQueries records;

    ResolveMutation(AttestedValueForm forms, PayloadQueries records) {
        this.forms = forms;
        this.records = records;
    }

    @Override
    public String name() {
        return "RESOLVED";
    }

    @Override
    public ObjectNode apply(ObjectNode before, MutationCommand command, Consumer<InputFault> faults) {
        String field = command.text("field");
        Set<String> attested = new LinkedHashSet<>();
        Optional<String> chosen = chosen(before, field, command.text(VALUE), attested);
        if (chosen.isEmpty()) {
            faults.accept(attested.isEmpty() ? new InputFault("field", "no source gives a value for '" + field + "'; attest one first")
                    : new InputFault(VALUE, "no source gives this value; send one of " + String.join(", ", attested)));
            return before;
        }
        ObjectNode after = before.deepCopy();
        show(after, command, chosen.get(), faults);
        resolve(after, field, command.text("note"));
        return after;
    }

    /**
     * Returns the chosen value in the record's form, and adds all values that sources give to `attested`. The client sends the value in
     * that form or as printed.
     */
    private static Optional<String> chosen(ObjectNode entry, String field, String sent, Set<String> attested) {
        Optional<String> chosen = Optional.empty();
        for (JsonNode attestation : entry.path("attestations")) {
            if (attestation.path("field").asText().equals(field) && attestation.has(VALUE)) {
                String printed = attestation.get(VALUE).asText();
                String value = attestation.path("reads").asText(printed);
                attested.add(value);
                chosen = chosen.isEmpty() && (sent.equals(value) || sent.equals(printed)) ? Optional.of(value) : chosen;
            }
        }
        return chosen;
    }

    private void show(ObjectNode entry, MutationCommand command, String value, Consumer<InputFault> faults) {
        String field = command.text("field");
        if (!AttestedValueForm.isSettable(command.kind(), field)) {
            records.shown(command, field).filter(shown -> !shown.equals(value))
                    .ifPresent(shown -> faults.accept(new InputFault(VALUE, "the record shows '" + shown + "' in '" + field
                            + "', which cannot be set from one value; amend the record so that it shows this value, then resolve")));
            return;
        }
        Optional<JsonNode> form = forms.of(command.kind(), field, value);
        if (form.isEmpty()) {
            faults.accept(new InputFault(VALUE,
                    "cannot be converted to the type of '" + field + "'; amend the record so that it shows this value, then resolve"));
        } else if (form.get().isNull()) {
            entry.remove(field);
        } else {
            entry.set(field, form.get());
        }
    }

    private static void resolve(ObjectNode entry, String field, String note) {
        List<JsonNode> others = new ArrayList<>();
        entry.path(LIST).forEach(one -> {
            if (!one.path("field").asText().equals(field)) {
                others.add(one);
            }
        });
        ArrayNode resolutions = entry.putArray(LIST).addAll(others);
        resolutions.addObject().put("field", field).put("rule", "EDITOR").put("note", note);
    }

    @Override
    public String path(String pointer, ObjectNode before) {
        return pointer.endsWith("/field") ? "field" : pointer.endsWith("/note") ? "note" : VALUE;
    }
}
