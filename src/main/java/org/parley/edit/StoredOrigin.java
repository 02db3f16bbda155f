package org.parley.edit;

import org.parley.seed.read.Origin;
import org.parley.seed.read.Spot;

/** The record as it stands. */
final class StoredOrigin implements Origin {

    @Override
    public int line(String pointer) {
        return 0;
    }

    @Override
    public String place(Spot spot) {
        return "in the record";
    }
}
