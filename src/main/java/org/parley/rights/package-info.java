/**
 * Who asks. A bearer token of any OpenID Connect provider says it; without one a request is nobody's, and reads where reading is open.
 */
package org.parley.rights;
