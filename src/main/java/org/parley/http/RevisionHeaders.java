package org.parley.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.fault.ErrorCode;
import org.parley.graphql.GraphQlRequest;

/**
 * Headers that let a client read its own writes and never an older state, whichever replica responds: each response states the revision
 * that it was read from, and a request may require a minimum.
 */
final class RevisionHeaders {

    static final String REVISION = "Parley-Revision";
    static final String MIN_REVISION = "Parley-Min-Revision";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private RevisionHeaders() {
    }

    /** Returns the required minimum revision; Question.ANY if the request sets no minimum. */
    static long minRevision(HttpServerRequest request) throws HttpRejectionException {
        List<String> given = request.headers().getAll(MIN_REVISION);
        if (given.isEmpty()) {
            return GraphQlRequest.ANY;
        }
        if (given.size() > 1 || !NUMBER.matcher(given.get(0)).matches()) {
            throw new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT,
                    "The header " + MIN_REVISION + " must be one revision, a number as in " + REVISION + ".");
        }
        return Long.parseLong(given.get(0));
    }

    /** Sets the header of the response; does nothing if no revision was read. */
    static void set(HttpServerResponse response, long revision) {
        if (revision >= 0) {
            response.putHeader(REVISION, String.valueOf(revision));
        }
    }
}
