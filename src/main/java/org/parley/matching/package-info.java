/** Compares records that may be the same: candidates with their evidence, and the judgements of people. */
package org.parley.matching;
