/** Authentication by bearer tokens of an OpenID Connect provider, and the roles that they grant. Clients without a token are anonymous. */
package org.parley.auth;
