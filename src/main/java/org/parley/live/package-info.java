/**
 * Who stays and hears: WebSockets of the protocol graphql-transport-ws, over which documents are run as over HTTP, and subscriptions to the
 * changes of the record. What a subscription has heard is a place in the table of changes, so that nothing is heaped up for it, and nothing
 * is missed.
 */
package org.parley.live;
