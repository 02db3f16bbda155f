package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.parley.record.Field;

/** Converts texts of a row to values of a field; those of a reference to the slugs of records. */
interface References {

    /** Returns the value; empty for a false flag. Throws a CellException if there is no such record. */
    Optional<JsonNode> convert(Field field, JsonNode expression, String text, Scope scope);
}
