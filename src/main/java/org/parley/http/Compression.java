package org.parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Compresses responses by gzip for clients that accept it, once before they are sent and cached. */
@Singleton
class Compression {

    /** The value of the header Content-Encoding. */
    static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    /** Smaller responses fit into one packet anyway. */
    private static final int MIN_LENGTH = 1_000;
    private static final Pattern CODING = Pattern.compile("(?:^|,)\\s*(gzip|x-gzip|\\*)\\s*(?:;\\s*q\\s*=\\s*([0-9.]+)\\s*)?(?=,|$)");

    private final int level;

    Compression(HttpConfig config) {
        this.level = config.compressionLevel();
    }

    /** Whether the client accepts gzip. */
    static boolean isAccepted(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && isAccepted(accepted);
    }

    /** Whether a header Accept-Encoding allows gzip. The most common ones have no weights. */
    static boolean isAccepted(String header) {
        if (header.indexOf(';') < 0 && header.contains("gzip")) {
            return true;
        }
        boolean any = false;
        for (Matcher coding = CODING.matcher(header.toLowerCase(Locale.ROOT)); coding.find();) {
            boolean allowed = coding.group(2) == null || coding.group(2).matches(".*[1-9].*");
            if (!coding.group(1).equals("*")) {
                return allowed;
            }
            any = allowed;
        }
        return any;
    }

    boolean isEnabled() {
        return level > 0;
    }

    /** Whether to compress a body for a client. */
    boolean applies(HttpServerRequest request, int length) {
        return isEnabled() && length >= MIN_LENGTH && isAccepted(request);
    }

    Buffer compress(Buffer body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            compress(body, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    void compress(Buffer body, OutputStream out) throws IOException {
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(level);
            }
        }) {
            body.getByteBuf().readBytes(gzip, body.length());
        }
    }
}
