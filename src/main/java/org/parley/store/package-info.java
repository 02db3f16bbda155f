/**
 * How rows come out of the database: filters that compose, one SQL statement for all keys of a level, and pages for many parents at once.
 * Rooms describe their lists and conditions; here they become SQL.
 */
package org.parley.store;
