package org.parley.seed.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.seed.entry.ActorSeed;
import org.parley.seed.entry.AgreementSeed;
import org.parley.seed.entry.Seed;
import org.parley.seed.read.SeedKind;

/** The records that a draft speaks of: those that it writes or removes, and those to which they refer. */
final class Mentions {

    private final WantedKeys wanted = new WantedKeys();
    private final Links links = new Links(wanted);

    private Mentions() {
    }

    Mentions(Draft draft) {
        draft.written().forEach((kind, seeds) -> seeds.forEach(seed -> add(kind, seed)));
        draft.removed().forEach(wanted::of);
    }

    /** Those that an entry speaks of, itself among them. */
    static Map<SeedKind, Set<String>> of(SeedKind kind, Seed seed) {
        Mentions mentions = new Mentions();
        mentions.add(kind, seed);
        return mentions.wanted.wanted();
    }

    /** What the writers will ask for is what they ask for now. */
    private void add(SeedKind kind, Seed seed) {
        wanted.of(kind, seed.slug());
        KindWriters.of(kind).row(seed, null, wanted);
        KindWriters.of(kind).links(seed, null, wanted, links);
        links.attestations(null, null, seed.attestations());
        if (seed instanceof ActorSeed actor) {
            new OfficeWriter(wanted).add(List.of(actor));
        } else if (seed instanceof AgreementSeed agreement) {
            new ProvisionWriter(wanted).add(List.of(agreement));
            agreement.provisions().forEach(provision -> links.attestations(null, null, provision.attestations()));
        }
    }

    /** Learns the keys of all that there are. */
    void learn(Keys keys, WriteQueries queries) {
        List<String> kinds = new ArrayList<>();
        List<String> slugs = new ArrayList<>();
        wanted.wanted().forEach((kind, all) -> all.forEach(slug -> {
            kinds.add(kind.name());
            slugs.add(slug);
        }));
        queries.keys(kinds, slugs).forEach(row -> keys.put(SeedKind.valueOf((String) row[0]), (String) row[1], (Long) row[2]));
    }
}
