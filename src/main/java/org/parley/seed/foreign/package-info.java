/**
 * From what others wrote to files of a data set: foreign records are made into entries, checked by the loader's own checks together with
 * the data set they are to join, and written beside its files, for a person to review. Needs no database.
 */
package org.parley.seed.foreign;
