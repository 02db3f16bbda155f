package org.parley.http;

import java.util.Map;

/**
 * The content of a page.
 *
 * @param type the media type
 * @param headers further headers
 */
public record PageContent(int status, String type, String text, Map<String, String> headers) {}
