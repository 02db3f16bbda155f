package org.parley.seed;

import org.parley.http.OwnDatabase;

/** A database of their own for tests that write single records: a load would not bring back what an editor changed. */
public class EditedDatabase extends OwnDatabase {
}
