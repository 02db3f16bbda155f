/**
 * The house. Each room is a package that a newcomer can read by itself; {@link org.parley.Main} is the front door.
 */
package org.parley;
