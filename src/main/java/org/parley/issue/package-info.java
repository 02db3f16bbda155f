/**
 * The matters under negotiation, broader and narrower, with the names that the parties themselves use for them.
 */
package org.parley.issue;
