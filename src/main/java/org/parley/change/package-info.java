/**
 * That the record has changed, and who knows it: its revision, which grows with every write, the replicas of the service that go by the
 * newest they have seen, and what every write changed of which record, who did it, when and why.
 */
package org.parley.change;
