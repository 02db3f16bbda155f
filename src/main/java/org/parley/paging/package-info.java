/** Paging by the Relay specification of cursor connections, the same for all lists. */
package org.parley.paging;
