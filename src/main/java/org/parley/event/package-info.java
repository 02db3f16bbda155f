/**
 * What happened and was no meeting: wars, closures, rallies, deployments, appointments.
 */
package org.parley.event;
