package org.parley.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.parley.fault.ErrorCode;
import org.parley.graphql.GraphQlRequest;

/**
 * What a request asks of its response, apart from its document.
 *
 * @param rows the list whose items are the rows of a table; null for the longest one
 * @param asOf the moment as of which the record is read; null for its current state
 */
record ResponseOptions(MediaType type, String rows, Instant asOf) {

    static final String ROWS = "rows";

    static ResponseOptions of(RoutingContext context) throws HttpRejectionException {
        MediaType type = MediaType.accepted(context);
        if (context.request().query() == null) {
            return new ResponseOptions(type, null, null);
        }
        return new ResponseOptions(type, context.request().getParam(ROWS), asOf(context.request().getParam("asOf")));
    }

    /** Reads the parameter `asOf`; null if it is not given. */
    static Instant asOf(String text) throws HttpRejectionException {
        return text == null ? null : GraphQlRequest.moment(text).orElseThrow(() -> new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT,
                "The parameter asOf must be a moment with its offset from UTC, such as 2023-07-15T09:30:00Z. Write + as %2B."));
    }

    /** Whether the response is only of a query, never of a mutation. */
    boolean readOnly() {
        return type.table() != null || asOf != null;
    }
}
