/** Locations of meetings and events. A place is not an actor, even if sources use the same name for both. */
package org.parley.place;
