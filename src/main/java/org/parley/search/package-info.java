/**
 * Full-text search over all kinds of record: names, aliases, titles, summaries, points and provisions. Ignores accents and finds similar
 * spellings.
 */
package org.parley.search;
