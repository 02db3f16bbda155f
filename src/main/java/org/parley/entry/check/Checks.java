package org.parley.entry.check;

import java.util.List;
import java.util.function.Consumer;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.Progress;

/** Runs all checks of entries. Needs no database. */
public final class Checks {

    private static final List<Check> ALL = List.of(new SchemaCheck(), new TextCheck(), new DateCheck(), new DuplicateCheck(),
            new IdentifierCheck(), new ReferenceCheck(), new OfficeCheck(), new TermCheck(), new AttestationCheck(), new BoundsCheck(),
            new CycleCheck(), new UrlCheck(), new SourceCheck(), new LinkPatternCheck(), new ProvisionCheck(), new DateOrderCheck());

    /** A check for one type of fault. */
    interface Check {
        void check(EntryFiles files, Consumer<Fault> faults);
    }

    private Checks() {
    }

    public static void run(EntryFiles files, Consumer<Fault> faults) {
        run(files, faults, Progress.NONE);
    }

    /** Runs all checks and reports each one to `progress`. */
    public static void run(EntryFiles files, Consumer<Fault> faults, Progress progress) {
        progress.begin("checks", ALL.size());
        ALL.forEach(check -> {
            check.check(files, faults);
            progress.advance(1);
        });
    }
}
