package org.parley.http;

import io.vertx.core.buffer.Buffer;

/**
 * An answer as it was written: its media type, its bytes, for GET the entity tag by which a client asks whether it is still the same, and
 * the record's revision that it was read from.
 */
record WrittenAnswer(CharSequence type, Buffer bytes, String tag, long revision) {}
