/**
 * That the record has changed, and who knows it: its revision, which grows with every write, and the replicas of the service that go by the
 * newest they have seen.
 */
package org.parley.change;
