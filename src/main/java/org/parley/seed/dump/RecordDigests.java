package org.parley.seed.dump;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.Digest;
import org.parley.seed.read.SeedKind;

/** The digest of each record of a data set. */
final class RecordDigests {

    /** A record's name: kind and slug. The kind is a text, because the database may hold one that there is not. */
    record Name(String kind, String slug) implements Comparable<Name> {

        private static final Comparator<Name> ORDER = Comparator.comparing(Name::kind).thenComparing(Name::slug);

        Name(SeedKind kind, String slug) {
            this(kind.name(), slug);
        }

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return kind.toLowerCase(Locale.ROOT) + " '" + slug + "'";
        }
    }

    private RecordDigests() {
    }

    static Map<Name, String> of(DataSet data) {
        Map<Name, String> digests = new TreeMap<>();
        for (SeedKind kind : SeedKind.values()) {
            data.of(kind).forEach(seed -> digests.put(new Name(kind, seed.slug()), Digest.of(seed)));
        }
        return digests;
    }
}
