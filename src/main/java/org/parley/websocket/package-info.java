/**
 * GraphQL over WebSockets by the protocol graphql-transport-ws and over event streams by graphql-sse, and the subscription to changes. The
 * state of a subscription is a position in the table `change`, so that no changes are queued or missed.
 */
package org.parley.websocket;
