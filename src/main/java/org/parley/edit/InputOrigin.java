package org.parley.edit;

import java.util.function.UnaryOperator;
import org.parley.seed.read.Origin;
import org.parley.seed.read.SeedKind;
import org.parley.seed.read.Spot;

/** What was sent: its pieces are told by their paths in it. */
record InputOrigin(UnaryOperator<String> path) implements Origin {

    @Override
    public int line(String pointer) {
        return 0;
    }

    @Override
    public String place(Spot spot) {
        return "in this change";
    }

    @Override
    public String remedy(SeedKind missing) {
        return "record it first";
    }

    @Override
    public String words(Spot spot) {
        return path.apply(spot.pointer());
    }
}
