package org.parley.graphql;

import java.util.Map;

/** Reads more of a response: further documents that are executed in the same snapshot and with the same budget. */
public interface Continuation {

    /** A document and its variables. */
    record Part(String document, Map<String, Object> variables) {}

    /**
     * Returns the next document; null if the response is complete. Throws a BadUserInputException if it would be too large.
     *
     * @param data the response to the last document, without errors
     * @param cost the cost of that document
     */
    Part next(Object data, long cost);

    /** Returns the data of all responses. */
    Object data();
}
