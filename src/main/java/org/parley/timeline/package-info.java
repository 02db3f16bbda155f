/**
 * The timeline: meetings, statements, agreements and events in one list by date.
 */
package org.parley.timeline;
