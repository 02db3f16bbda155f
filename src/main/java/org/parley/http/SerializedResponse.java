package org.parley.http;

import io.vertx.core.buffer.Buffer;

/**
 * A serialized response.
 *
 * @param tag the entity tag for GET; null otherwise
 * @param revision the revision of the record that was read
 */
record SerializedResponse(CharSequence type, Buffer bytes, String tag, long revision) {}
