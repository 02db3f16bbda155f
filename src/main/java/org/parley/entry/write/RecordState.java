package org.parley.entry.write;

import org.parley.record.Kind;

/**
 * The state of a record in the table `record`.
 *
 * @param digest digest of the entry in its file at the last load, or null
 * @param content digest of the current entry
 * @param statement slug of the statement whose point this is, or null
 */
public record RecordState(Kind kind, String slug, String digest, String content, String statement) {}
