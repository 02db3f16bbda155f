/** Reads the rows of foreign files: delimited tables, JSON, JSON Lines and XML. */
package org.parley.exchange.read;
