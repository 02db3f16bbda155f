/** Converts foreign rows to entries by a mapping. */
package org.parley.exchange.map;
