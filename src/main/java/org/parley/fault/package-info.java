/** Exceptions, error codes and the errors that clients get. */
package org.parley.fault;
