package org.parley.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/** The points of a statement, which are positions of their own. */
public final class Points {

    private Points() {
    }

    /** The slug of a point: that of its statement, and its number from 1. */
    public static String slug(String statement, int number) {
        return statement + "-" + number;
    }

    /** The entries of the positions. A point without an actor is the first speaker's, one without a date of the statement's date. */
    public static List<CanonicalEntry> of(CanonicalEntry statement) {
        List<CanonicalEntry> positions = new ArrayList<>();
        for (JsonNode point : statement.json().path("points")) {
            int number = positions.size() + 1;
            ObjectNode position = point.deepCopy();
            position.put("slug", slug(statement.slug(), number)).put("statement", statement.slug()).put("number", number);
            setDefault(position, "actor", statement.json().at("/speakers/0"));
            setDefault(position, "date", statement.json().path("date"));
            positions.add(CanonicalEntry.of(PositionDefinition.POSITION, position));
        }
        return positions;
    }

    /** Whether a position is the point of a statement, whose entry it is part of. */
    public static boolean isPoint(CanonicalEntry position) {
        return position.kind() == Kind.POSITION && position.json().has("statement");
    }

    private static void setDefault(ObjectNode position, String key, JsonNode value) {
        if (!position.has(key) && !value.isMissingNode()) {
            position.set(key, value);
        }
    }
}
