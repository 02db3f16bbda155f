/** Pages for a browser: GraphiQL and the explorer. */
package org.parley.web;
