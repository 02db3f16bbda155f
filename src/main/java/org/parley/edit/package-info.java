/**
 * Writing: an editor records, amends and retracts records, attests what a source says, and a curator settles what sources disagree on. The
 * input types are made of the JSON Schemas of the data set; an input becomes an entry as a file has it, is checked by the loader's checks
 * and written by the loader's hand.
 */
package org.parley.edit;
