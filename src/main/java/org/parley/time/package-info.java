/**
 * Dates only as exact as the sources make them: an EDTF text in, the first and the last day it may be out, and words that a reader would
 * use; and the ranges that such dates are asked for by.
 */
package org.parley.time;
