/** What can be wrong with a data set: each class finds one sort of fault, in all files, and says what to write instead. */
package org.parley.seed.check;
