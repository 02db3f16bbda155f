/**
 * Meetings with their places, tracks and participants. Host, mediator, convener and party are separate roles. Also answers which mediator
 * hosted which leaders, and when.
 */
package org.parley.meeting;
