/**
 * Meetings, statements, agreements and events in one order of time.
 */
package org.parley.timeline;
