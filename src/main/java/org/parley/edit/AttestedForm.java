package org.parley.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import org.parley.seed.check.ReferenceCheck;
import org.parley.seed.read.SeedKind;

/** A value that a source gives for a field, as the record's entry has it there. */
final class AttestedForm {

    private static final String OPEN = "..";

    private final EditQueries queries;

    AttestedForm(EditQueries queries) {
        this.queries = queries;
    }

    /** Whether a field holds one value, which is set; the others are worked out of what the entry says in several places. */
    static boolean isOne(SeedKind kind, String field) {
        SchemaPiece piece = SchemaPiece.of(kind).properties().get(field);
        return piece != null && !piece.is("array");
    }

    /** Empty where the value cannot stand there; null where the field is then left out. */
    Optional<JsonNode> of(SeedKind kind, String field, String value) {
        SchemaPiece piece = SchemaPiece.of(kind).properties().get(field);
        Optional<SeedKind> named = ReferenceCheck.named(kind, field);
        if (named.isPresent()) {
            List<String> slugs = queries.named(named.get(), value);
            return slugs.size() == 1 ? Optional.of(TextNode.valueOf(slugs.get(0))) : Optional.empty();
        }
        if ("period".equals(piece.name())) {
            return Optional.of(period(value));
        }
        if (piece.node().has("const")) {
            return Optional.of(value.equals("true") ? BooleanNode.TRUE : NullNode.instance);
        }
        return piece.is("string") || piece.node().has("enum") ? Optional.of(TextNode.valueOf(value)) : number(piece, value);
    }

    private static Optional<JsonNode> number(SchemaPiece piece, String value) {
        try {
            return Optional
                    .of(piece.is("integer") ? IntNode.valueOf(Integer.parseInt(value)) : DoubleNode.valueOf(Double.parseDouble(value)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** An open end is left out, as one that is not known is. */
    private static JsonNode period(String value) {
        String[] ends = value.split("/", 2);
        ObjectNode period = JsonNodeFactory.instance.objectNode();
        if (!ends[0].equals(OPEN)) {
            period.put("from", ends[0]);
        }
        String to = ends.length == 1 ? ends[0] : ends[1];
        if (!to.equals(OPEN)) {
            period.put("to", to);
        }
        return period;
    }
}
