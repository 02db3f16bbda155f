/**
 * Command line and start of the service, {@link org.parley.Main}. Each subpackage has one subject.
 */
package org.parley;
