/** The files of a data set as trees, and the lines on which a fault is found. */
package org.parley.seed.read;
