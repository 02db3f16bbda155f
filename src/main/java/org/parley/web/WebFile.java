package org.parley.web;

import io.quarkus.runtime.util.HashUtil;
import io.vertx.core.buffer.Buffer;
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
        try (InputStream stream = WebFile.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
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

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "text/plain; charset=utf-8";
        };
    }
}
