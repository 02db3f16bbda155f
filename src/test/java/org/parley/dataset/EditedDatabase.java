package org.parley.dataset;

import org.parley.http.RestartableDatabase;

/** Gives tests that write single records their own database: a load would not restore what an editor changed. */
public class EditedDatabase extends RestartableDatabase {
}
