/** The entries of the data set as Java records: one for each kind of record, named as the files name things. */
package org.parley.seed.entry;
