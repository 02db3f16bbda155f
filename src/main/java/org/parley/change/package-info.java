/**
 * That the record has changed: its revision, which grows with every write, what this process knows of it, and what every write changed of
 * which record, who did it, when and why.
 */
package org.parley.change;
