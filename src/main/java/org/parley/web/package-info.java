/** Pages for a browser: GraphiQL. */
package org.parley.web;
