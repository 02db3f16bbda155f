/**
 * GraphQL over HTTP by the book: media types, status codes, GET, persisted queries, and what a request may weigh. It runs a document by the
 * engine of the room graphql, on a worker thread, and writes the answer once.
 */
package org.parley.http;
