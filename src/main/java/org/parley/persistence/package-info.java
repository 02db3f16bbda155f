/**
 * Access to the database: composable conditions, one SQL statement for all keys of a level, and pages for many parents at once. Other
 * packages describe their lists and conditions; this one turns them into SQL.
 */
package org.parley.persistence;
