package org.parley.seed.check;

import java.util.List;
import java.util.function.Consumer;
import org.parley.seed.check.Checks.Check;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.read.Spot;

/** An office in a participation or a signature that its actor does not have. */
final class OfficeCheck implements Check {

    private static final List<String> BEARERS = List.of("participations/*", "signatories/*");

    @Override
    public void check(SeedFolder folder, Consumer<Fault> faults) {
        Slugs slugs = new Slugs(folder);
        folder.entries().forEach(entry -> BEARERS.forEach(path -> entry.at(path).forEach(bearer -> check(bearer, slugs, faults))));
    }

    private void check(Spot bearer, Slugs slugs, Consumer<Fault> faults) {
        Entry actor = slugs.entry(SeedKind.ACTOR, bearer.text("actor"));
        String title = bearer.text("office");
        if (actor == null || title == null) {
            return;
        }
        List<String> titles = actor.at("offices/*/title").stream().map(spot -> spot.node().asText()).toList();
        if (!titles.contains(title)) {
            bearer.at("office")
                    .forEach(spot -> faults.accept(spot.fault("'" + actor.slug() + "' has no office '" + title + "'; "
                            + (titles.isEmpty() ? "" : "write " + String.join(" or ", titles) + ", or ") + "add it to the actor "
                            + actor.spot().where())));
        }
    }
}
