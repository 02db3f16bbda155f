/**
 * Brings entries into the tables. Writing writes a draft in one revision, with what derives from it and what changed; a load makes its
 * draft of what the files say otherwise than at the last load, an editor of one entry.
 */
package org.parley.seed.write;
