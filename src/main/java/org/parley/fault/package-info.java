/**
 * What can go wrong, in terms that a client may build on: the codes of errors, and messages that say what to send instead.
 */
package org.parley.fault;
