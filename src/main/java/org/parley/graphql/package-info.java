/**
 * The engine. The framework makes the schema of the rooms' plain methods; here operations on it are answered level by level, with batches
 * that are right under aliases, limits, and errors with codes. The rooms do not know of it.
 */
package org.parley.graphql;
