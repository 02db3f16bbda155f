/**
 * What was said, point by point, to whom and in answer to what; and what each actor holds on an issue at a date. A point of a statement is
 * a position; a position may also stand without a statement.
 */
package org.parley.statement;
