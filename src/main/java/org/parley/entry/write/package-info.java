/** Writes entries: stores them, projects them to the tables of the record, and logs the changes, one revision at a time. */
package org.parley.entry.write;
