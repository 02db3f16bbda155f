/**
 * What was agreed or proposed: parties, mediators, signatures, and the provisions one by one, each with its own sources.
 */
package org.parley.agreement;
