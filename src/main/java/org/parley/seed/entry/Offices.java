package org.parley.seed.entry;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which state or body the offices of the actors are of. */
final class Offices {

    private final Map<String, Map<String, String>> ofByTitle = new HashMap<>();

    Offices(Collection<ActorSeed> actors) {
        for (ActorSeed actor : actors) {
            Map<String, String> offices = ofByTitle.computeIfAbsent(actor.slug(), slug -> new HashMap<>());
            actor.offices().forEach(office -> offices.put(office.title(), office.of()));
        }
    }

    /** For whom one acts who acts in that office: as given, or for the state or body that it is of. */
    String onBehalfOf(String actor, String office, String given) {
        return given != null || office == null ? given : ofByTitle.getOrDefault(actor, Map.of()).get(office);
    }
}
