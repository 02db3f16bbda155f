/** GraphQL over HTTP: requests, media types, status codes, persisted queries, the response cache, and limits per client and in total. */
package org.parley.http;
