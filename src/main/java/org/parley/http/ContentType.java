package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.fault.ErrorCode;

/** The media type of a request's body, which has to be JSON in UTF-8: a form or plain text can be sent by any page a person looks at. */
final class ContentType {

    private ContentType() {
    }

    /** As it was sent: several headers are one list, null where there is none. */
    static String of(HttpServerRequest request) {
        List<String> sent = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        return sent.isEmpty() ? null : sent.size() == 1 ? sent.get(0) : String.join(", ", sent);
    }

    /** Clients that add a header of their own to that of a library send one type twice; two types say nothing. */
    static void check(HttpServerRequest request) throws RefusedException {
        String sent = of(request);
        List<String> types = sent == null ? List.of()
                : Stream.of(sent.split(",")).map(type -> type.strip().toLowerCase(Locale.ROOT)).distinct().toList();
        if (types.size() > 1) {
            throw new RefusedException(415, ErrorCode.BAD_USER_INPUT,
                    "the request has several content types: " + shown(sent) + "; send application/json once");
        }
        if (types.isEmpty() || !isJson(types.get(0))) {
            throw new RefusedException(415, ErrorCode.BAD_USER_INPUT, "send the query as application/json in UTF-8");
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
