/**
 * Dumps all records to files: YAML that can be loaded, JSON Lines, or CSV.
 */
package org.parley.dataset.dump;
