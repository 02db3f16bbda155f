/** Checks of entries. Each class finds one type of fault and reports what to write instead. Needs no database. */
package org.parley.entry.check;
