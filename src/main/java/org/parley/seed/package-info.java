/**
 * From the data set's files to the database: read everything, check everything, write what differs in one transaction, report. {@code read}
 * knows files and lines, {@code check} finds faults, {@code entry} is what a file says in Java's words, and {@code write} brings it into
 * the tables. Only the last needs a database.
 */
package org.parley.seed;
