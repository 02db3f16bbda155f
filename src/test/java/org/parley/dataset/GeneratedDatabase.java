package org.parley.dataset;

import org.parley.http.RestartableDatabase;

/** Gives tests that load generated data sets their own database, without records of editors that refer to the replaced ones. */
public class GeneratedDatabase extends RestartableDatabase {
}
