/**
 * Imports foreign data: converts it to entries, checks them together with the data set, and writes them to new files of the data set.
 */
package org.parley.exchange;
