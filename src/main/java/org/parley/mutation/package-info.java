/** Mutations: converts input to entries, checks and writes them, and logs the changes. */
package org.parley.mutation;
