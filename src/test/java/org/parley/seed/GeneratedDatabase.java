package org.parley.seed;

import org.parley.http.OwnDatabase;

/** A database of their own for tests that load generated data sets: no editor's record refers to what they replace. */
public class GeneratedDatabase extends OwnDatabase {
}
