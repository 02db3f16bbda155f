package org.parley.seed.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.parley.seed.check.Checks.Check;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.read.Spot;

/** One thing that is said twice: a slug within its kind, an actor in one role, a provision's number, an office's title. */
final class DuplicateCheck implements Check {

    @Override
    public void check(SeedFolder folder, Consumer<Fault> faults) {
        for (SeedKind kind : SeedKind.values()) {
            slugs(folder, kind, faults);
        }
        folder.entries().forEach(entry -> within(entry, faults));
    }

    private void slugs(SeedFolder folder, SeedKind kind, Consumer<Fault> faults) {
        Map<String, Spot> seen = new HashMap<>();
        Slugs.named(folder, kind).forEach(named -> {
            Spot first = seen.putIfAbsent(named.slug(), named.spot());
            if (first != null) {
                faults.accept(named.spot().fault("the slug '" + named.slug() + "' already names the " + kind.word() + " " + first.where()
                        + "; give one of them another slug, or make them one"));
            }
        });
    }

    private void within(Entry entry, Consumer<Fault> faults) {
        once(entry.at("offices/*/title"), spot -> spot.node().asText(), "is an office of this holder already; titles are unique", faults);
        once(entry.at("provisions/*/number"), spot -> spot.node().asText(), "is the number of another provision already", faults);
        once(entry.at("signatories/*/actor"), spot -> spot.node().asText(), "signs already; write each signatory once", faults);
        once(entry.at("resolutions/*/field"), spot -> spot.node().asText(), "is resolved already; write one resolution a field", faults);
        Map<String, Spot> seen = new HashMap<>();
        for (Spot participation : entry.at("participations/*")) {
            for (JsonNode role : participation.node().path("roles")) {
                if (seen.putIfAbsent(participation.text("actor") + " " + role.asText(), participation) != null) {
                    faults.accept(participation.fault("'" + participation.text("actor") + "' has the role " + role.asText()
                            + " already; write each role of an actor once"));
                }
            }
        }
    }

    private void once(List<Spot> spots, Function<Spot, String> key, String words, Consumer<Fault> faults) {
        Map<String, Spot> seen = new HashMap<>();
        for (Spot spot : spots) {
            if (seen.putIfAbsent(key.apply(spot), spot) != null) {
                faults.accept(spot.fault("'" + key.apply(spot) + "' " + words));
            }
        }
    }
}
