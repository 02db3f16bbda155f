package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import org.parley.fault.ErrorCode;

/** The two media types of an answer. They differ in the status of a document that cannot be run: a 4xx, or a 200. */
enum MediaType {

    GRAPHQL("application/graphql-response+json"),
    JSON("application/json");

    private final String type;
    private final CharSequence header;

    MediaType(String type) {
        this.type = type;
        this.header = HttpHeaders.createOptimized(type + "; charset=utf-8");
    }

    /** As it stands in a header. */
    CharSequence header() {
        return header;
    }

    /** The one the client likes best; of those it likes the same the one it names first, and JSON where it says nothing. */
    static MediaType accepted(RoutingContext context) throws RefusedException {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        List<MIMEHeader> wanted = context.parsedHeaders().accept();
        MediaType best = null;
        double weight = 0;
        for (MIMEHeader each : wanted) {
            MediaType offered = offered(each);
            if (offered != null && each.weight() > weight) {
                best = offered;
                weight = each.weight();
            }
        }
        if (best == null) {
            throw new RefusedException(406, ErrorCode.BAD_USER_INPUT, "accept " + GRAPHQL.type + " or " + JSON.type);
        }
        return best;
    }

    private static MediaType offered(MIMEHeader wanted) {
        return switch (wanted.rawValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/graphql-response+json" -> GRAPHQL;
            case "application/json", "application/*", "*/*" -> JSON;
            default -> null;
        };
    }
}
