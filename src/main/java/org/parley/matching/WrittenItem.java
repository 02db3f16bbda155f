package org.parley.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An item that an import added to a list of a record, or found there.
 *
 * @param kind the folder of the kind of record
 * @param list the name of the list, such as `attestations`
 */
public record WrittenItem(String kind, String record, String list, JsonNode item) {

    /** Returns the write by which a judgement lists it for a row. */
    ObjectNode write(String row) {
        ObjectNode write = JsonNodeFactory.instance.objectNode().put("row", row).put("kind", kind).put("record", record);
        write.putArray(list).add(item);
        return write;
    }
}
