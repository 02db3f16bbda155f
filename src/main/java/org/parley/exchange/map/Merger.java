package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.parley.entry.RecordDefinitions;
import org.parley.matching.Match.Verdict;
import org.parley.matching.RecordIndex;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.Kind;
import org.parley.time.Edtf;
import org.parley.time.EdtfException;

/** Adds to a record what a source says of it: an attestation of each field, a resolution of each difference, and identifiers. */
final class Merger {

    /** The types of fields whose values can be compared. Texts are worded differently without contradicting each other. */
    private static final Set<FieldType> COMPARED = EnumSet.of(FieldType.NAME, FieldType.DATE, FieldType.CHOICE, FieldType.INTEGER,
            FieldType.NUMBER, FieldType.REFERENCE, FieldType.REFERENCES);
    private static final int MAX_PRINTED = 1000;
    private static final String ATTESTATIONS = "attestations";

    private final RecordIndex index;
    private final RowWrites writes;

    Merger(RecordIndex index, RowWrites writes) {
        this.index = index;
        this.writes = writes;
    }

    /** Adds what is not there yet, and returns whether that was anything. Keeps the values of the record. */
    boolean merge(Kind kind, ObjectNode record, ObjectNode told, Map<String, String> printed) {
        ObjectNode source = (ObjectNode) told.at("/attestations/0");
        boolean changed = add(kind, record, source);
        for (Field field : RecordDefinitions.of(kind).entry().written()) {
            if (COMPARED.contains(field.type()) && printed.containsKey(field.name()) && told.has(field.name())
                    && !field.name().equals("happening")) {
                changed |= attest(kind, record, field, told.get(field.name()), printed.get(field.name()), source);
            }
        }
        for (JsonNode identifier : told.path("identifiers")) {
            changed |= identify(kind, record, identifier);
        }
        return changed;
    }

    private boolean attest(Kind kind, ObjectNode record, Field field, JsonNode told, String printed, ObjectNode source) {
        String value = printed.length() > MAX_PRINTED ? printed.substring(0, MAX_PRINTED) : printed;
        JsonNode own = record.path(field.name());
        String said = field.type() == FieldType.DATE ? ForeignDate.stated(told) : text(field, told);
        boolean agrees = field.target() == null ? said.equals(text(field, own)) || said.equals(ForeignDate.stated(own))
                : AttestedText.slugs(own).equals(AttestedText.slugs(told));
        String reads = agrees && field.type() != FieldType.DATE ? text(field, own) : said;
        ObjectNode attestation = source.deepCopy().put("field", field.name()).put("value", value);
        if (!reads.equals(value)) {
            attestation.put("reads", reads);
        }
        boolean changed = !isAttested(kind, record, field, attestation, AttestedText.slugs(told)) && add(kind, record, attestation);
        if (!own.isMissingNode() && !agrees && !isResolved(record, field)) {
            ((ArrayNode) record.withArray("/resolutions")).addObject().put("field", field.name()).put("rule", rule(field, own, told))
                    .put("note", "An import found another value and kept the one recorded first.");
            changed = true;
        }
        return changed;
    }

    /** Whether a source attests the same records already, perhaps by names that they had before. */
    private boolean isAttested(Kind kind, ObjectNode record, Field field, ObjectNode attestation, Set<String> slugs) {
        if (field.target() == null) {
            return false;
        }
        for (JsonNode known : record.path(ATTESTATIONS)) {
            String[] names = AttestedText.read(known).split(AttestedText.SEPARATOR);
            if (known.<ObjectNode> deepCopy().without("reads").equals(attestation.deepCopy().without("reads"))
                    && names.length == slugs.size() && Arrays.stream(names).map(name -> index.named(field.target(), name))
                            .allMatch(match -> match.verdict() != Verdict.SAME || slugs.contains(match.slug()))) {
                writes.found(kind, record, ATTESTATIONS, known);
                return true;
            }
        }
        return false;
    }

    private String text(Field field, JsonNode value) {
        return AttestedText.of(field, value, index::name);
    }

    private static String rule(Field field, JsonNode own, JsonNode told) {
        if (field.type() != FieldType.DATE) {
            return "EDITOR";
        }
        try {
            Edtf precise = Edtf.parse(ForeignDate.stated(own));
            Edtf other = Edtf.parse(ForeignDate.stated(told));
            boolean within = precise.earliest() != null && precise.latest() != null && other.earliest() != null && other.latest() != null
                    && !precise.earliest().isBefore(other.earliest()) && !precise.latest().isAfter(other.latest());
            return within ? "MOST_PRECISE" : "EDITOR";
        } catch (EdtfException e) {
            return "EDITOR";
        }
    }

    private static boolean isResolved(ObjectNode record, Field field) {
        for (JsonNode resolution : record.path("resolutions")) {
            if (resolution.path("field").asText().equals(field.name())) {
                return true;
            }
        }
        return false;
    }

    private boolean add(Kind kind, ObjectNode record, JsonNode attestation) {
        ArrayNode attestations = record.withArray("/" + ATTESTATIONS);
        for (JsonNode known : attestations) {
            if (known.equals(attestation)) {
                writes.found(kind, record, ATTESTATIONS, known);
                return false;
            }
        }
        attestations.add(attestation.deepCopy());
        return true;
    }

    private boolean identify(Kind kind, ObjectNode record, JsonNode identifier) {
        for (JsonNode known : record.path("identifiers")) {
            if (known.path("scheme").equals(identifier.path("scheme")) && known.path("value").equals(identifier.path("value"))) {
                writes.found(kind, record, "identifiers", known);
                return false;
            }
        }
        record.withArray("/identifiers").add(identifier.deepCopy());
        return true;
    }

    /** Returns an attestation of a whole record. */
    static ObjectNode attestation(String source, String locator, String voice) {
        return JsonNodeFactory.instance.objectNode().put("source", source).put("locator", locator).put("voice", voice);
    }
}
