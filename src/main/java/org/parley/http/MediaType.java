package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.fault.ErrorCode;
import org.parley.table.TableFormat;

/**
 * The media types of a response. Those of JSON differ in the HTTP status of a document that cannot be executed: 4xx, or 200 for
 * application/json. An event stream is of the package websocket; the others are tables.
 *
 * @see <a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>
 */
enum MediaType {

    GRAPHQL("application/graphql-response+json", "json", null),
    JSON("application/json", "json", null),
    EVENT_STREAM("text/event-stream", "json", null),
    CSV("text/csv", "csv", TableFormat.CSV),
    JSON_LINES("application/jsonl", "jsonl", TableFormat.JSON_LINES),
    GRAPHML("application/graphml+xml", "graphml", TableFormat.GRAPHML);

    static final String FORMAT = "format";

    private final String type;
    private final CharSequence header;
    private final String extension;
    private final TableFormat table;

    MediaType(String type, String extension, TableFormat table) {
        this.type = type;
        this.extension = extension;
        this.header = HttpHeaders.createOptimized(type + "; charset=utf-8" + (table == TableFormat.CSV ? "; header=present" : ""));
        this.table = table;
    }

    /** Returns the format of a table; null for JSON. */
    TableFormat table() {
        return table;
    }

    /** Returns the value of the parameter `format`, which is also the extension of a file. */
    String extension() {
        return extension;
    }

    /** Returns the value of the header Content-Type. */
    CharSequence header() {
        return header;
    }

    /**
     * Returns the type in the parameter `format` of the URL, or else the one with the highest weight in the header Accept; of equal ones
     * the first. The default is JSON.
     */
    static MediaType accepted(RoutingContext context) throws HttpRejectionException {
        String format = context.request().query() == null ? null : context.request().getParam(FORMAT);
        if (format != null) {
            return Stream.of(JSON, CSV, JSON_LINES, GRAPHML).filter(type -> type.extension().equals(format)).findFirst()
                    .orElseThrow(() -> new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT,
                            "The parameter format must be json, csv, jsonl or graphml."));
        }
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
            throw new HttpRejectionException(406, ErrorCode.BAD_USER_INPUT, "No acceptable media type. Accept "
                    + Stream.of(values()).map(type -> type.type).collect(Collectors.joining(", ")) + ".");
        }
        return best;
    }

    private static MediaType offered(MIMEHeader wanted) {
        String range = wanted.rawValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (range) {
            case "application/*", "*/*" -> JSON;
            case "text/*" -> CSV;
            default -> Stream.of(values()).filter(offered -> offered.type.equals(range)).findFirst().orElse(null);
        };
    }
}
