/** Grouped counts of records, with their bounds: see docs/statistics.md. */
package org.parley.stats;
