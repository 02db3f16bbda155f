package org.parley.http;

import io.vertx.core.buffer.Buffer;

/**
 * An answer as it was written: its media type, its bytes, and for GET the entity tag by which a client asks whether it is still the same.
 */
record WrittenAnswer(CharSequence type, Buffer bytes, String tag) {}
