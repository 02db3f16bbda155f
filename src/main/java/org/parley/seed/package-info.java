/**
 * From the data set's files to the database: read everything, check everything, write what differs in one transaction, report. {@code read}
 * knows files and lines, {@code check} finds faults, {@code entry} is what a file says in Java's words, and {@code write} brings it into
 * the tables. The other way, {@code stored} puts entries together from the tables and {@code dump} writes them back to files;
 * {@code foreign} makes entries of what others wrote. Only {@code write}, {@code stored} and {@code dump} need a database.
 */
package org.parley.seed;
