/** The entries of the record as the database holds it, put together from its rows: all of a kind, or those of some keys or slugs. */
package org.parley.seed.stored;
