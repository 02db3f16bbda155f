/** Tests of GraphiQL in a real browser against the packaged service. */
package org.parley.browser;
