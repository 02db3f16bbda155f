package org.parley.http;

import java.util.Map;

/**
 * The content of a page.
 *
 * @param type the media type
 * @param headers further headers
 */
public record PageContent(int status, String type, String text, Map<String, String> headers) {

    /** Returns a message as plain text. */
    public static PageContent message(int status, String message) {
        return new PageContent(status, "text/plain; charset=utf-8", message, Map.of());
    }
}
