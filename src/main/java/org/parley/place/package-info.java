/**
 * Where things happened, with other names and the country. A place is not an actor, though sources use one name for both.
 */
package org.parley.place;
