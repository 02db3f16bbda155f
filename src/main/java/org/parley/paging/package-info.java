/**
 * Relay paging: cursors, page requests and pages, the same for every list of the schema.
 */
package org.parley.paging;
