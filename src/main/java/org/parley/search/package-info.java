/**
 * Full text over all kinds of record: names, aliases, titles, summaries, points and provisions, without regard to accents, and forgiving of
 * misspellings.
 */
package org.parley.search;
