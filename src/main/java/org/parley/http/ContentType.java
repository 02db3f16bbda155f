package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.fault.ErrorCode;

/**
 * Checks the media type of a request body, which must be JSON in UTF-8. Forms and plain text are rejected, because any web page can send
 * them across sites.
 */
final class ContentType {

    private ContentType() {
    }

    /** Returns the header, or null if it is missing. Several headers are joined as a list. */
    static String of(HttpServerRequest request) {
        List<String> sent = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        return sent.isEmpty() ? null : sent.size() == 1 ? sent.get(0) : String.join(", ", sent);
    }

    /** Checks the header. A repeated equal type is accepted, because some clients send their own header and that of a library. */
    static void check(HttpServerRequest request) throws HttpRejectionException {
        String sent = of(request);
        List<String> types = sent == null ? List.of()
                : Stream.of(sent.split(",")).map(type -> type.strip().toLowerCase(Locale.ROOT)).distinct().toList();
        if (types.size() > 1) {
            throw new HttpRejectionException(415, ErrorCode.BAD_USER_INPUT,
                    "The request has several content types: " + shown(sent) + ". Send application/json once.");
        }
        if (types.isEmpty() || !isJson(types.get(0))) {
            throw new HttpRejectionException(415, ErrorCode.BAD_USER_INPUT,
                    "Unsupported content type. Send the request as application/json in UTF-8.");
        }
    }

    private static boolean isJson(String type) {
        String[] parts = type.split(";");
        boolean json = parts[0].strip().equals("application/json");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            json &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8") || parameter.equals("charset=utf8");
        }
        return json;
    }

    private static String shown(String sent) {
        return sent.length() > 100 ? sent.substring(0, 100) + "…" : sent;
    }
}
