package org.parley.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A curator chooses which of the values that sources give for a field the record shows, and says why. */
final class Resolving implements Act {

    private static final String LIST = "resolutions";
    private static final String VALUE = "value";

    private final AttestedForm forms;
    private final EditedQueries records;

    Resolving(AttestedForm forms, EditedQueries records) {
        this.forms = forms;
        this.records = records;
    }

    @Override
    public String name() {
        return "RESOLVED";
    }

    @Override
    public ObjectNode after(ObjectNode before, Asked asked, Consumer<InputFault> faults) {
        String field = asked.text("field");
        Set<String> given = new LinkedHashSet<>();
        Optional<String> chosen = chosen(before, field, asked.text(VALUE), given);
        if (chosen.isEmpty()) {
            faults.accept(given.isEmpty() ? new InputFault("field", "no source gives a value for '" + field + "'; attest one first")
                    : new InputFault(VALUE, "no source gives this value; send one of " + String.join(", ", given)));
            return before;
        }
        ObjectNode after = before.deepCopy();
        show(after, asked, chosen.get(), faults);
        resolve(after, field, asked.text("note"));
        return after;
    }

    /** The value in the record's own form, whichever of its forms was sent; all that there are go into `given`. */
    private static Optional<String> chosen(ObjectNode entry, String field, String sent, Set<String> given) {
        Optional<String> chosen = Optional.empty();
        for (JsonNode attestation : entry.path("attestations")) {
            if (attestation.path("field").asText().equals(field) && attestation.has(VALUE)) {
                String printed = attestation.get(VALUE).asText();
                String normal = attestation.path("reads").asText(printed);
                given.add(normal);
                chosen = chosen.isEmpty() && (sent.equals(normal) || sent.equals(printed)) ? Optional.of(normal) : chosen;
            }
        }
        return chosen;
    }

    private void show(ObjectNode entry, Asked asked, String value, Consumer<InputFault> faults) {
        String field = asked.text("field");
        if (!AttestedForm.isOne(asked.kind(), field)) {
            records.shown(asked.kind(), asked.slug(), field).filter(shown -> !shown.equals(value))
                    .ifPresent(shown -> faults.accept(new InputFault(VALUE, "the record shows '" + shown + "' in '" + field
                            + "', which is made of several; amend the record so that it shows this value, then resolve")));
            return;
        }
        Optional<JsonNode> form = forms.of(asked.kind(), field, value);
        if (form.isEmpty()) {
            faults.accept(new InputFault(VALUE,
                    "cannot be brought into the form of '" + field + "'; amend the record so that it shows this value, then resolve"));
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
