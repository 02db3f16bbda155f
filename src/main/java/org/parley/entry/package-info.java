/** Entries: the JSON documents of records, as people write them in files and mutations, and as they are stored. */
package org.parley.entry;
