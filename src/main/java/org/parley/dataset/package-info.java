/**
 * Reads the files of a data set and locates faults by line.
 */
package org.parley.dataset;
