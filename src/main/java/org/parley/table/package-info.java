/** Responses as tables: CSV, JSON Lines and GraphML, and cells that no spreadsheet program runs as formulas. */
package org.parley.table;
