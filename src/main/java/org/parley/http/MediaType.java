package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import org.parley.fault.ErrorCode;

/**
 * The media types of a response. They differ in the HTTP status of a document that cannot be executed: 4xx, or 200 for application/json.
 *
 * @see <a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>
 */
enum MediaType {

    GRAPHQL("application/graphql-response+json"),
    JSON("application/json");

    private final String type;
    private final CharSequence header;

    MediaType(String type) {
        this.type = type;
        this.header = HttpHeaders.createOptimized(type + "; charset=utf-8");
    }

    /** Returns the value of the header Content-Type. */
    CharSequence header() {
        return header;
    }

    /** Returns the type with the highest weight in the header Accept; of equal ones the first. The default is JSON. */
    static MediaType accepted(RoutingContext context) throws HttpRejectionException {
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
            throw new HttpRejectionException(406, ErrorCode.BAD_USER_INPUT,
                    "No acceptable media type. Accept " + GRAPHQL.type + " or " + JSON.type + ".");
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
