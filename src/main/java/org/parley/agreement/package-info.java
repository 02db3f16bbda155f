/**
 * What was agreed, or put forward to be agreed: parties, mediators, signatures, and the provisions one by one, each with its own sources.
 */
package org.parley.agreement;
