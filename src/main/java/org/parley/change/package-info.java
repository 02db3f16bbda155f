/**
 * The revision of the record, which increases with every write, and the change log: what each revision changed in which record, who did it,
 * when and why.
 */
package org.parley.change;
