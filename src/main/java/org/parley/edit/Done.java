package org.parley.edit;

import org.parley.seed.read.SeedKind;

/** What was done to which record: the revision that it made, or that stood where there was nothing to change. */
record Done(SeedKind kind, String slug, long revision, boolean isChange) {}
