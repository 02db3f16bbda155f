package org.parley.seed.check;

import java.util.List;
import java.util.function.Consumer;
import org.parley.seed.Progress;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFolder;

/** All that is checked of a data set. Needs no database. */
public final class Checks {

    private static final List<Check> ALL = List.of(new SchemaCheck(), new TextCheck(), new DateCheck(), new DuplicateCheck(),
            new ReferenceCheck(), new OfficeCheck(), new AttestationCheck(), new CircleCheck());

    /** Finds one sort of fault. */
    interface Check {
        void check(SeedFolder folder, Consumer<Fault> faults);
    }

    private Checks() {
    }

    public static void run(SeedFolder folder, Consumer<Fault> faults) {
        run(folder, faults, Progress.NONE);
    }

    /** The same; `progress` hears of each check. */
    public static void run(SeedFolder folder, Consumer<Fault> faults, Progress progress) {
        progress.begin("checks", ALL.size());
        ALL.forEach(check -> {
            check.check(folder, faults);
            progress.advance(1);
        });
    }
}
