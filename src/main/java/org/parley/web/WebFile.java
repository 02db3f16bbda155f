package org.parley.web;

import io.quarkus.runtime.util.HashUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A static file, plain and compressed, with its entity tag. */
record WebFile(String type, String tag, Buffer plain, Buffer compressed) {

    /** Hexadecimal digits of the hash; enough to avoid collisions. */
    private static final int TAG_LENGTH = 32;

    private static final String FOLDER = "org/parley/web/";

    /** Reads a file from the class path by its name in this package. */
    static WebFile read(String name) {
        return resource(FOLDER + name);
    }

    /** Reads a file from the class path; null if it is not there. */
    static WebFile resource(String name) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                return null;
            }
            byte[] bytes = stream.readAllBytes();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(bytes);
            }
            String hash = HashUtil.sha256(bytes);
            return new WebFile(type(name), '"' + hash.substring(0, TAG_LENGTH) + '"', Buffer.buffer(bytes),
                    Buffer.buffer(compressed.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the file, compressed if the client accepts that, or status 304 if the client has it. */
    void send(RoutingContext context) {
        HttpServerResponse response = context.response().putHeader(HttpHeaders.ETAG, tag);
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        boolean isCompressed = context.parsedHeaders().acceptEncoding().stream()
                .anyMatch(each -> each.value().equals("gzip") && each.weight() > 0);
        if (isCompressed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        Buffer body = isCompressed ? compressed : plain;
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length())).end(body);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "json" -> "application/json; charset=utf-8";
            default -> "text/plain; charset=utf-8";
        };
    }
}
