package org.parley.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * A serialized response.
 *
 * @param encoding the content coding of the bytes; null for none
 * @param tag the entity tag for GET; null otherwise
 * @param revision the revision of the record that was read
 * @param headers further headers
 */
record SerializedResponse(CharSequence type, CharSequence encoding, Buffer bytes, String tag, long revision, Map<String, String> headers) {}
