package org.parley.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Question;

/**
 * The headers by which a client sees its own writes, and time run forwards only, whichever replica answers: each response says which
 * revision of the record it was read from, and a request may say from which on it is to be answered.
 */
final class RevisionHeaders {

    static final String READ = "Parley-Revision";
    static final String LEAST = "Parley-Min-Revision";
    private static final Pattern REVISION = Pattern.compile("[0-9]{1,18}");

    private RevisionHeaders() {
    }

    /** The least revision that a request asks for; Question.ANY where it asks for none. */
    static long least(HttpServerRequest request) throws RefusedException {
        List<String> given = request.headers().getAll(LEAST);
        if (given.isEmpty()) {
            return Question.ANY;
        }
        if (given.size() > 1 || !REVISION.matcher(given.get(0)).matches()) {
            throw new RefusedException(400, ErrorCode.BAD_USER_INPUT, LEAST + " has to be one revision, a number as " + READ + " gives it");
        }
        return Long.parseLong(given.get(0));
    }

    /** Says which revision was read; nothing where none was. */
    static void tell(HttpServerResponse response, long revision) {
        if (revision >= 0) {
            response.putHeader(READ, String.valueOf(revision));
        }
    }
}
