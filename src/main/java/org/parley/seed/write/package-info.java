/** Brings the entries into the tables: inserts, updates and removes what differs from the last load. */
package org.parley.seed.write;
