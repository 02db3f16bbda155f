/** From the database back to files: the whole record, as the YAML that a load reads, as JSON Lines, or as tables for spreadsheets. */
package org.parley.seed.dump;
