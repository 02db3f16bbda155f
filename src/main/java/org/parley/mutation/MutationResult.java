package org.parley.mutation;

import org.parley.record.Kind;

/**
 * The result of a mutation.
 *
 * @param revision the revision that it made; if nothing changed, the current revision of the record
 */
record MutationResult(Kind kind, String slug, long revision, boolean isChange) {}
