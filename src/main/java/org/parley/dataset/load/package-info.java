/**
 * Loads a data set: writes what changed in its files since the last load, in one transaction.
 */
package org.parley.dataset.load;
